@echo off
rem Runs seprank from the jars in ..\lib.
setlocal
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
set "modules="
for %%c in (train predict interactions experiment batch lab rewire compare) do (
  if "%~1"=="%%c" set "modules=--add-modules jdk.incubator.vector -Dorg.bytedeco.javacpp.maxphysicalbytes=0"
)
"%java%" %modules% -XX:+UseParallelGC -Dorg.slf4j.simpleLogger.defaultLogLevel=warn %SEPRANK_OPTS% -cp "%~dp0..\lib\*" org.seprank.cli.Main %*
exit /b %errorlevel%
