Creator "Mark Newman on Fri Jul 21 12:39:27 2006"
graph
[
  directed 1
  node
  [
    id 1
    label "Beak"
    value 1
  ]
  node
  [
    id 2
    label "Beak"
  ]
  node
  [
    id 3
  ]
  edge
  [
    source 2
    target 1
    value 0.5
  ]
]
