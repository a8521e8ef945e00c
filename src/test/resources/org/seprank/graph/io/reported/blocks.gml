Creator "yFiles"
graph [
  label "layout"
  graphics [ width 10.5 ]
  node [ id 0 label "a" graphics [ x 1.5 y 2.5 fill "#FFCC00" ] pos 1 pos 2 pos 3 ]
  node [ id 1 label "b" graphics [ x 3.5 y 4.5 ] one "_networkx_list_start" one 7 none "[]" ]
  edge [ source 0 target 1 graphics [ Line [ point [ x 1 y 2 ] point [ x 3 y 4 ] ] ] ]
]
