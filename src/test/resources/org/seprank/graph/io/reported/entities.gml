graph [
  node [ id 1 label "Caf&eacute; &amp; &#252;ber &Omega;&hellip; &unknown;" ]
  node [ id 2 label "b" ]
  edge [ source 1 target 2 ]
]
