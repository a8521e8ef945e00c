package org.seprank.report.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "8258|8,258", "-1234567|-1,234,567", "999999999999999|999,999,999,999,999"})
    void wholeNumbersUpToFifteenDigitsAreGivenInFull(BigInteger number, String text) {
        assertThat(Numbers.whole(number)).isEqualTo(text);
    }

    @Test
    void longerWholeNumbersAreRoundedToFourDigits() {
        assertThat(Numbers.whole(new BigInteger("1234567890123456"))).isEqualTo("1.235e15");
        assertThat(Numbers.whole(BigInteger.TEN.pow(40))).isEqualTo("1e40");
        assertThat(Numbers.whole(BigInteger.TEN.pow(40).negate())).isEqualTo("-1e40");
        assertThat(Numbers.whole(new BigInteger("9999999999999999"))).isEqualTo("1e16");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0.0,0",
        "-0.0004,-4.000e-04",
        "0.0004999,4.999e-04",
        "1.23456,1.235",
        "123.456,123.46",
        "-12345.67,-12345.7",
        "1e7,1.000e+07",
        "0.00001,1.000e-05",
        "Infinity,inf",
        "-Infinity,-inf",
        "NaN,nan"
    })
    void realNumbersKeepFourDigits(double number, String text) {
        assertThat(Numbers.real(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.0123,12 ms", "0.9999,1.0 s", "3.44,3.4 s", "120,2 min", "9000,2.5 h"})
    void durationsHaveTheUnitThatFits(double seconds, String text) {
        assertThat(Numbers.duration(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"640,640 B", "2048,2 KiB", "3565158,3.4 MiB", "1288490189,1.2 GiB", "53687091200,50 GiB"})
    void bytesHaveTheUnitThatFits(double bytes, String text) {
        assertThat(Numbers.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void plainNumbersShowNoDecimalsWhereThereAreNone() {
        assertThat(Numbers.plain(8258)).isEqualTo("8,258");
        assertThat(Numbers.plain(0.5)).isEqualTo("0.500");
        assertThat(Numbers.plain(1e300)).isEqualTo("1.000e+300");
    }
}
