package org.seprank.browser;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * The tables of C. D. McFarland's ziggurats with 256 layers (arXiv 1403.6870), for {@link Ziggurat}: the same numbers
 * as in Apache Commons RNG, in base 64.
 */
final class ZigguratTables {
    static final ZigguratTables NORMAL = new ZigguratTables(
            "AADvAgAAAAAAAAAAAQEB/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39"
                    + "/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39"
                    + "/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f39/f38/Pz8/Pz8/Pz8+/v7+/v7+/r6+vr6+fn5+Pj49/f3"
                    + "9vb19PTz8vACAgMDAADw8fLz9PX29/j5+vv8/QEAAA==",
            "f////////gAPRNnnUr3cAG0rx92qtN4AXjaAcOUM8gB9N6gYKRA4AFqEVzKbV3UAQYuxxc6LlAAuouD97zVxAB/GhJQk6tEAE8L0"
                    + "LNKfvQAJ1J4MegKcAAF486ZposEA+lVO4Jiw2AD0KK7+J4DhAO7DMPxZ7R0A6gC8qdwhHQDlxZLPIepCAOH8AL6zbGIA3pLNDvNP"
                    + "FwDbfByyR2+uANisqF5OxYIA1hsoxz2JGgDTv+kQpCd8ANGUdFy0+OoAz5NW7jyoDgDNt+2g3L+cAMv+QAf9OUkAymLij+MZWwDI"
                    + "4t628eyLAMd7n/Z8VBoAxirkTxd0cADE7q+u3a6kAMPFQZir3ioAwq0MluYz3QDBpK8fCWYiAMCq7Z8t0iUAv76tfhpdxQC+3vDh"
                    + "fDpzAL4K0xd/SakAvUGFh39DgQC8gk0TATFYALvMf9THOLoAux+DLomS1wC6esoZd3TMALnd067c3W0AuUgp4NgUjQC4uWBb0sTr"
                    + "ALgxE4spr6QAt67nu9IEzgC3MohY//UBALa7pz9gmecAtkn8I6ZRmAC13UQKN8MGALV1QM2V068AtRG4scJEpwC0snYDEzKUALRX"
                    + "Rr7SfxIAs//8RRKE3wCzrGsR1yD8ALNcan2DkMYAsw/Ug0BMAwCyxoWM1LXvALKAXENjlO0Asj05ZINBMACx/P+bJE/8ALG/k1wH"
                    + "ZpwAsYTaxUfkcwCxTL2As+QaALEXJKiwQPoAsOP6r18aDQCwsytH8NXKALCEo1GWiIMAsFhQxHtBdgCwLiKf7mr6ALAGCNo72dcA"
                    + "r9/0UZw7lQCvu9a+Z+BxAK+ZoqZOLGgAr3lLUHjC/wCvWsS6t3GOAK8+A49MlBsAryL9G5suBQCvCadHe3/JAK7x+I0oa44Artvn"
                    + "8cdpLgCux2z+e77NAK60f7n+2w4ArqMYopV4PACukzColCHMAK6EwSki0eIArnfD6X6XKQCubDMSgipsAK5iCSyE4TYArllBG3NH"
                    + "iwCuUdYbStVuAK5Lw7zQDbcArkcF4l6klACuQ5i9Ngg1AK5BeMqvJasArkCi0ffUvgCuQRPhqm4WAK5CyU3XMQYArkXArg6zsACu"
                    + "Sffbq16fAK5PbPA70h4ArlYeRADv8gCuXgpssyOTAK5nMDxK9uUArnGOv+vl6wCufSU/C0e8AK6J8zqMwqsArpf4bBARyQCupzTF"
                    + "cyjAAK63qHA1aX0ArslTzS9Z4QCu3Dd0Ngg2AK7wVDQSAhgArwWrEkTrQACvHD1LJgUuAK80DFIAb+0Ar00Z0T+4bgCvZ2eq04ZE"
                    + "AK+C9/h+39IAr5/NDHgIDQCvvelx61NvAK/dT+3FVmsAr/4Df3JsSwCwIAdh0lI5ALBDXww8GdMAsGgOM5NoFQCwjhjLo+0kALC1"
                    + "gwha+W4AsN5RX0aS1gCxCIiJT9pKALE0LYRD5H4AsWFFlMpVPACxj9ZIY+d1ALG/5XeB+LoAsfF5R+Ab0gCyJJgu5HsuALJZSPRD"
                    + "QCcAso+StM5lpQCyx3zlZwABALMBD1Yok0sAszxSNb3hcACzeU4VApk1ALO4C+rGbPsAs/iVF+mDCgC0OvNrjKR7ALR/MSfJKoYA"
                    + "tMVZBmdSWgC1DXY+MpOXALVXlIhPkQIAtaPAJjX2kAC18gXn0UGkALZCczIohTcAtpUWBmBsWAC26f0JSMwBALdBN4s3WIkAt5rV"
                    + "kKpxfwC39ufbO0dSALhVf/NXdxUAuLawMnu2ZwC5GovORIUKALmBJuQgddwAueqWhdzljwC6VvDHCCc8ALrGTMtb04wAuzjC1fnb"
                    + "kQC7rmxaDMiiALwnZAw74i8AvKPF9bZWlQC9I6+Ibk+HAL2nP7UMWQIAvi6XAjqJvgC+udemD9eOAL9JJaEttBQAv9ym3BhFNwDA"
                    + "dING8536AMEQ5PuP6hEAwbH4YnhvlQDCV+xa+ZqtAMMC8mZiYIUAw7M+1xV3WgDEaQkDlluOAMUki33qjc0AxeYEUA9ddwDGrbU9"
                    + "qHjqAMd75AvPAZ4AyFDaz1y49gDJLOhCnV88AMoQYCM2wowAyvubmP+eRQDL7vmnEhPfAMzq36gUUjQAze+51zAgsADO/fvnLKjL"
                    + "ANAWIall024A0TivxqQQeQDSZjSMIvAoANOfSM9ITGkA1OSQ6zGB8wDWNr3bYfDVANeWjnfLaFoA2QTQ1pieEwDagmPZY3XvANwQ"
                    + "OOvzIAQA3a9V/A8hMADfYNey5RVLAOEl8/qDIkwA4v/82zN9YQDk8GO/Ig8YAOb4vS2u7CYA6RrFEjV+EADrWGOnawVbAO2zsySw"
                    + "pRwA8C8GULkwlADyzPAlsan4APWQTLvTNYsA+HxLu7Pa6QD7lHypnCBeAP7c3W5Ve88AAlnrmyctogAGELkH2ju0AAoHBJOvliQA"
                    + "DkNYCdmgRQASzSx0dmhrABetForKnhUAHOz9bYYlpwAimF6Xv2UHACi8oubPpAkAL2mJ9pw4DwA2sbL9Sc2cAD6rTRPMIEMAR3D8"
                    + "3Um/LABRIwtx+DQLAFvo+2lp/ToAZ/OurDPQVQB1gF1nbsQYAHIIiVbh4fgAPydQAWo/2wBp3CtS8/SAAFup9bhpexoAYtNt81Oe"
                    + "pQAifAm4Aw5UAGOhTcbAcWwAYg/ICZPzKwAVC7DTOyfoAAMAeRyAr1YAV1/BXygOVQAoGOpTkyY2ANpa8/eoJXQAWxKt8AwM+QBu"
                    + "r5LAohsjAIAAAAAAAAAAgAAAAAAAAAA=",
            "PB0WiqREhu08G3PQvszTBzwab4iY7iaqPBmu8kT/M0A8GRSQHKKAKTwYkufm6uH7PBgio2e/tB48F79OS2W/UTwXZf4wwCQlPBcU"
                    + "rtnNoCs8FsnrxyO6UDwWhJ8IIANBPBZD84CAo8w8FgdCDlWIyDwVzgUaN90rPBWX0Bwx+Q88FWRJqOySozwVMycrUjDnPBUEKcFP"
                    + "pVI8FNcb4zPV3TwUq8+bHt7zPBSCHSTRPfI8FFnh2mPidjwUMv9aijI+PBQNWtp4djQ8E+jcmU7XwjwTxW9tje1DPBOjAGb7oJw8"
                    + "E4F+gLsW0jwTYNpgWLLyPBNBBh9Hrww8EyH1HNvLnzwTA5vXNEBePBLl78nejzA8EsjnUTaftTwSrHmRulCOPBKQnmKs34U8EnVO"
                    + "O4St0zwSWoIjtdiUPBJAM6R/RCY8EiZcvG8ilTwSDPfUYHaPPBHz/7W9O3c8Edtvgdkp7zwRw0KqP+TbPBGrdOnW/9U8EZQCPrj/"
                    + "NjwRfObkslmGPBFmH1BMxts8EU+oKlfpwjwROX5L4K5bPBEjnrqKsnA8EQ4GpUCzrTwQ+LNhMmy1PBDjomcXgH48EM7RULAd/TwQ"
                    + "uj3WfOtiPBCl5c2ojeM8EJHHJh3ONTwQfd/oxe4OPBBqLjXrRB88EFawQ7ykSjwQQ2Rc7nwbPBAwSN924Ws8EB1cO2IcvTwQCpzx"
                    + "vXr3PA/wEycs2c48D8tBghhcpzwPpsJQ5LiXPA+CkwsGFWw8D16xQT4aZTwPOxqcNo6SPA8XzNsz6OI8DvTF0t3jtjwO0gNsHFV1"
                    + "PA6vg6MGuB48Do1EheTukDwOa0Q0P/bqPA5JgN4BVvQ8Dif4wqAqCjwOBqowWtAAPA3lk4N8Uh88DcSzJaymxzwNpAeNSw49PA2D"
                    + "jzzR0u08DWNIwkLGNjwNQzK2m9/xPA0jS71Tcws8DQOSg9t0VzwM5AXBK1r2PAzEpDVQKpw8DKVsqQJAbDwMhl3tQILDPAxndtrw"
                    + "mzE8DEi2UoPoVzwMKhs7oNsnPAwLpITQeH08C+1RIy+81TwLzyASJKSFPAuxEFMWnw48C5Mg7So30DwLdVDs/8IiPAtXn2R02eQ8"
                    + "CzoLamiMxzwLHJQaggM5PAr/OJT5gnI8CuH3/mOjfzwKxNF/fp1lPAqnxEUBglo8CorPf21SEjwKbfJi38S/PApRLCbntAg8CjR8"
                    + "BlsIszwKF+E/LhURPAn7WxJMRY48Cd7ow3IR4jwJwomZCBp/PAmmPNv/Xss8CYoB1655qTwJbdfZr9KqPAlRvjHAsv88CTW0MaEt"
                    + "+TwJGbks9M2qPAj9zHkj9JY8COHtbT3mMzwIxhth22g7PAiqVbEB72g8CI6btgdKjDwIcuzNdb9LPAhXSFTwjBY8CDutqxjDTDwI"
                    + "IBwvcnOUPAgEk0JKEb88B+kSRJoYpzwHzZiX8NOcPAeyJZ5WR/08B5a4ujIyszwHe1FOMg44PAdf7r0vFdg8B0SQahQ6uTwHKTW3"
                    + "w/8yPAcN3gj+LK08BvKIwEVYXDwG1zU/xCqEPAa74ukyXCQ8BqCRHbleOzwGhT892J2oPAZp7KlJVjk8Bk6YvuHm/zwGM0LceJmB"
                    + "PAYX6l7FzMc8BfyOoUV0tzwF4S7+F91WPAXFys3hoPM8BaphZ6q/RDwFjvIgvMKVPAVzfEx/30o8BVf/PFb4ojwFPHo/enSrPAUg"
                    + "7KLRx+Q8BQVVsMufrTwE6bSxNJETPATOCOkML8s8BLJRmlhvZDwElo4D9y6ePAR6vWFtyrw8BF7e6raWITwEQvHUDAr/PAQm9U2x"
                    + "j/Q8BArog7mhXDwD7sqdyS6kPAPSmr7X9zM8A7ZYBO2uaDwDmgGI26mcPAN9ll3y1jc8A2EVkbWwgTwDRH4rhe3DPAMnzyxNheU8"
                    + "AwsHjiLBaTwC7iZD5uivPALRKjjfKKU8ArQSUEc3UzwClt1k3TfuPAJ5ikhmUjM8AlwXwytjnzwCPoSTbSJGPAIgz2zO+Oo8AgL2"
                    + "97fRhTwB5PnQp+9APAHG1oeC4hw8AaiLnsyFEzwBiheK19rpPAFreLDmffY8AUytZjcy6TwBLbPvAgYOPAEOin1gLIU8AO8vMB2u"
                    + "2DwAz6ARcqd4PACv2xWhnHQ8AI/eGXgvejwAb6bgrwfxPABPMxQldyg8AC6AP/TkQTwADYvRV4mwO//Ypii67To7/5WmYtQtoTv/"
                    + "UhJU53FOO/8N46/7N747/skTy4gA8zv+g5ueINQ7O/49c7VVo687/faULLWD4Dv9rvSj0pCsO/1mjDMkdQc7/R1RX6C5IDv80zoM"
                    + "2QOdO/yIO21nHUs7/DxJ8WRunTv771kynnFHO/uhW94qpqA7+1JDmupe5jv7AgDseBzYO/qwgxHcfyc7+l2330XVwzv6CYuR0edL"
                    + "O/mz6JxCRZk7+Vy3ay1YDjv5A94e5CCiO/ipQDjQFGo7+Ey+OXP1jDv37jUrcYvlO/eNfhbqC+c79yptVyWIeDv2xNHKgF3XO/Zc"
                    + "c9Hyz7079fEUEciU/Dv1gmnfxpJtO/UQIUM7UdM79JnYX/pjFTv0HxwT4Q4nO/OfY3OOhiM78xoJqANIWDvyjkVoMsS3O/H7HNEb"
                    + "ftI78V9TiNNwCjvwuU+JCXMsO/AG7dUyr1k77opzkuU9Fzvs39SiVimtO+sAv/yWM+k76NbE1AnmXTvmNeDb2avsO+Krk82nmOUA"
                    + "AAAAAAAAAA==",
            "O2YPfJQsm4s7dre6lZZuJzuBbWTEGqoFO4esbWaC2KA7jhHo+3JHNTuSTJIkdoHFO5WfXryR87s7mQASIuHY8DucbaokasF5O5/n"
                    + "VcUZp0E7obY0DIf3fjujfie/H1E4O6VLR8IilYQ7px1eRm0X2zuo9DxJDpHyO6rPuFu2F2o7rK+ttNPjGTuuk/tzvJ23O7A+QgWm"
                    + "Fuc7sTSWZMa9ZTuyLO66zj84O7MnP/9m1x87tCOAHLaSqju1IaXTKDYkO7YhqKGOyaY7tyOAsNKuPju4JybChNMSO7kslCHXDHQ7"
                    + "ujPClpLC7Du7PKxZu1sRO7xHTAuZY047vVOcqvfgIju+YZmNZsjAO79xPlhdh047wEFDfY9FIjvAyrfUoP8jO8FU+mro8Os7weAJ"
                    + "l3KAHzvCa+PM1JLNO8L4h5dnlIs7w4Xzm6apajvEFCaUtx4UO8SjH1MR0B87xTLcu0ra0zvFw13E9E+QO8ZUoXmZKa07xuam884H"
                    + "NDvHeW1eVXxuO8gM8/NWGlY7yKE5+6B43TvJNj7OA8diO8nMAc6vkIA7ymKCbqGDxjvK+cArHjhwO8uRuo0z+N47zCpxKUa/njvM"
                    + "w+OepKTtO81eEZciDxE7zfj6xr0JUjvOlJ7rRzRhO88w/cwV0Oc7z84XObdwvzvQNfWG13M7O9CFPJUZigk70NTgvPmhgzvRJOH3"
                    + "79tdO9F1QEN7GSw70cX7oQkYTDvSFxQV4EkCO9JoiasLRbw70rpcbUXRgjvTDIxs60blO9NfGb3mYpU707IEd6JWiTvUBUy0/RQ2"
                    + "O9RY8pQ6vdc71Kz2NvowBzvVAVfCKpY9O9VWF14B/bo71as1NfTbqjvWALF4rnwGO9ZWjFgKT7w71qzGCQ4RZDvXA17D5LiiO9da"
                    + "VsPaNN0717GuR1foyTvYCWWP4eC7O9hhfOIUvl472Ln0haRU6DvZEszFWvFlO9lsBe8ZSzI72cWgU9cZLTvaH5xHpEiEO9p5+iGq"
                    + "0ok72tS6PDEvNTvbL9z0nWJ5O9uLYqt4os472+dLxHOXvjvcQ5imay+NO9ygSbtuC1s73P1fcMKBhDvdWto27TY2O924uoG4Sog7"
                    + "3hcAyDsiuzveda2E4sRkO97UwTV6zck73zQ8WzcHvjvflB96vZPSO9/0axwxuLE74CqP5Z+niDvgWx8Lk2jSO+CL40llCX074Lzc"
                    + "6lzOKjvg7gw7oVx7O+EfcYw/GMI74VENLS/dzzvhgt9xYxD5O+G06K3GFLk74ecpOU0cXjviGaFs/GOFO+JMUaPxzCI74n86O27m"
                    + "QTvisluS42SWO+Lltgv4AXI74xlKCpnXpDvjTRf1BjMzO+OBIDPW3hI747VjMg7tDzvj6eFdKBGtO+QemyUgdbs75FOQ/Iklxjvk"
                    + "iMNYlQ/vO+S+MrEonMY75PPfgOnoVzvlKcpFUaHTO+Vf8368mJM75ZZbsH39tzvlzQNg8mHxO+YD6xmTd4Y75jsTZwyhCTvmcnzZ"
                    + "UFXBO+aqKAOuZVc75uIVfOskxDvnGkXfV48wO+dSucjqZiA754tx21pcxTvnxG68OVtAO+f9sRUQ5zI76Dc5k3+/4zvocQjpWL0m"
                    + "O+irH8zDAQI76OV++FuNODvpICcrWE69O+lbGSmssnQ76ZZVvC/XsDvp0d2wxHY+O+oNsdqCj0U76knTEeMBtjvqhkI07RywO+rD"
                    + "ACdmTAc76wAN0wP8+zvrPWwnn9s0O+t7HBtuiF8767keqzjzFDvr93TamHRgO+w2H7Q13fI77HUgSgumEzvstHe1q2HGO+z0JxiG"
                    + "wQU77TQvnDxE1DvtdJJy5+tIO+21UNd4Ee077fZsDgbUMzvuN+VkODC5O+55vjGdRms77rv32B0AvDvu/pPEYpFXO+9Bk25SHYc7"
                    + "74T4WYQNzjvvyMQVx3e3O/AGfB/WEfk78CjLQIpfGzvwS1BI6OROO/BuDBwi/QA78JD/pQpe8zvwtCvWbc6ZO/DXkat7tLA78Psy"
                    + "KCsMRjvxHw5ZqyugO/FDJ1ba9zw78Wd+QMgcMjvxjBRDNv8FO/Gw6pU0HZM78dYCea+2ezvx+11AJJ6RO/Ig/EVLRbM78kbg89oI"
                    + "aDvybQzFVAtWO/KTgULoASk78rpABmBkQDvy4Uq7JtsvO/MIox9cs5Y78zBLBQqabzvzWERTaf0dO/OAkQhKzNU786kzOZi3xTvz"
                    + "0i0XA1LxO/P7gOvNJ4k79CUxIMYhHjv0T0A+dnuKO/R5sO+AC2M79KSGAzyYMTv0z8JwoQIAO/T7aVluHMw79Sd+DbmUtzv1VAQP"
                    + "2tpFO/WA/xjKFKc79a5zHQF79zv13GRR9F3sO/YK1zQyigU79jnQjlMdFDv2aVWAxs8fO/aZa4q4QRk79soYlCijHDv2+2L5gNLw"
                    + "O/ctUZjbUwQ791/r4VrwvTv3kznk9ZwlO/fHRG00LOU79/wVE4h0QTv4MbZeBZ9VO/hoM+F/MvE7+J+aal4DgDv41/gt3/ngO/kR"
                    + "XQYCQ9k7+UvauxY8sDv5h4VfEQvSO/nEc8ArwMc7+gK/+qO3qjv6Qog0vp35O/qD75VMXrg7+scfjOFw9zv7DEmW/H9bO/tTqa4T"
                    + "rwM7+52J06iRCzv76kdTmDrxO/w6WvJu32Y7/I5mVG1Pljv850t6EmN9O/1GWciJFJo7/a2wHUNfKDv+IUEpMCgoO/6qvBvYshk8"
                    + "AAAAAAAAAA==");

    static final ZigguratTables EXPONENTIAL = new ZigguratTables(
            "AAAB6wMEBQAAAAAAAAAAAAAAAQEBAQIC/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8"
                    + "/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8"
                    + "/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8+/v7+/v7+/v7+/v7+/r6+vr6+vr5+fn5+fn4+Pj49/f39/b29vX19PTz8/Lx8fDv"
                    + "7QMDBAQGAAAAAOzt7u/w8fLz9PX29/j5+vv8AgAAAA==",
            "f///////+QAWiOKvlzG0ACT5dn+Uts0AZodYza+14wBaaiih2bzfAHqvy4RPdFYAVKZNKzqn/wBqfG9ibQzEAFZTD8lM/20ARgbr"
                    + "v5MA9QA4jmURKs9MAC04NfiUhgEAI4lPJdeujAAbKXWy/Ks6ABPXrGATF6kADWL4U/ZpxQAHpbOHacp3AAKCbcVF5XAA/eHJKCOk"
                    + "kgD5sPoN+xdTAPXgtBebgiYA8mRhmNU9KQDvMY7nT0SnAOw/ennBko8A6Ya/mAQPlQDnARSBK6CCAOSpFwW9isQA4nokAJUPrgDg"
                    + "cDcUz2WTAN6H0MeEUMgA3L3hiXwLswDbD7ifX11mANl69hipxv8A1/1/Nh6BywDWlXTElgaoANVBKwwYQi4A0/8jB8jo4gDSzgSq"
                    + "5oWqANGsmgM92YEA0JnLEt719wDPlJpCQGTAAM6cIVHKmIcAza+Otl/EtADMziNQHzQqAMv3MG2UX6oAyyoWD+EfyADKZkFmXm6h"
                    + "AMmrK3m/9/EAyPhYAA6UfADITVRT22yiAMeptonr7dkAxw0coVc1JADGdyvKpv8ZAMXnj8MOakMAxV36QTQ/TQDE2iJxaOS0AMRb"
                    + "xH9sZZMAw+KhLCmX+QDDbn1uAkUhAML/Ihp2/vAAwpRbmB01wwDCLfmX+GMRAMHLztVodcwAwW2w2/kNFADBE3fScuBvAMC8/kqj"
                    + "mjEAwGohFWDn7ADAGr8aWa5ZAL/OuTNU1DsAv4XyCofnjgC/QE37uWToAL79svfqwA4Avr4Ia02Z8gC+gTclTggEAL5HKUKBehEA"
                    + "vg/KGE7TTgC92wYiKMEwAL2oyvA3PfEAvXkHF1C+SgC9S6oiJpJrAL0gpIOK2KIAvPfnibjO4wC80WVSioWYALytEMCI+VcAvIrd"
                    + "cMVSHwC8ar+xa6VQALxMrHkBB/QAvDCZXj/9nQC8FnyQh4NIALv+TNDR+1YAu+gBayo1YgC705IwlaMkALvA93Frl5cAu7Ap+BIb"
                    + "fgC7oSMEGY2BALuT3EWwzz4Au4hP2WxQuQC7fnhEWsg7ALt2UHBix40Au2/TqOTbsAC7av2XnjORALtnykHIJ3kAu2Y2BXFKpgC7"
                    + "Zj2XDPktALtn3f82nHoAu2sUmKYUoAC7b98OUwWBALt2O1nE2vAAu34nwY22CgC7h6LX7nQ8ALuSq3miWjcAu59AzND0LQC7rWJA"
                    + "JPo8ALu9D4oHIOYAu85Ip/vnbwC74Q3eI5DEALv1X7bboAEAvAs/AoFBEQC8IqzXVDBuALw7qpF5z2wAvFY50yAlXAC8clyEwL6k"
                    + "ALyQFNWDX3kAvK9lO8CmoAC80FB1pOMgALzy2YnzW9YAvRcDyOqL5QC9PNLNSc+IAL1kSn15MQkAvY1vDNQYcAC9uET9F8BYAL3k"
                    + "0R/2dJkAvhMYmNC+lgC+QyDelcBeAL50773MLhcAvqiLWsVv7gC+3foz/KJAAL8VQySjVzEAv05tZ14iwwC/iYCZMymUAL/GhLyt"
                    + "KIwAwAWCPTWKzADARoHyqHTQAMCJjSUl1awAwM6tkSLdOwDBFe1rv3WJAMFfV2djrx0Awar2uKlgLADB+NcblouFAMJJBNkti7oA"
                    + "wpuMzVhjbgDC8HxtNQFRAMNH4c3IxwkAw6HLqyIlTgDD/klv765PAMRdaz2Un2cAxL9B9MOSnADFI98+qMARAMWLVZauBlMAxfW4"
                    + "VOPViQDGYxu5Gwq8AMbTlPa83s8Ax0c6QW8o3QDHviLalJB4AMg4Zx+5k04AyLYgmgDyTwDJN2oOo7NcAMm8X5CazX0AykUek4qz"
                    + "cADK0cYACzMFAMtidklorwgAy/dRhP6PDgDMkHuDTedDAM0uGer2zsAAzdBUVb7LsQDOd1Rv0whMAM8jRhl53PIAz9RXi2yqEQDQ"
                    + "irl+GQOoANFGn1QPBRkA0gg/R+o0iQDSz9KeCwVmANOdldqAoVIA1HHI+42PtgDVTK+5PhpoANYukcqVUUQA1xe7MOVE8wDYCHyJ"
                    + "+RyMANkBK2nMDQIA2gIivJ+MZADbC8MyXbkRANwec7RTaSAA3Tqh5nBQggDeYMK1Y9o6AN+RUvMbp28A4MzYA14lHwDiE+CaeZe0"
                    + "AONnBZBHx4MA5Mbqyhoz3wDmNEA+hATyAOevwxZpKC8A6To+7z+mfgDq1I9DDaAKAOx/oPtn8IgA7jx0NZEoGwDwDB4+3U6fAPHv"
                    + "y9G1qTAA8+jDnQsiawD1+Gkhw8TgAPggP/PIjGMA+mHvbuInuwD8v0byp6HUAP86QryDkNAAAdURe25hqQAEkhq+ppvqAAd0Bmex"
                    + "9wMACn3FUKkfPwANsptiteBCABEWK2Zf/DIAFKyE6JyMagAYejSlqYkcAByEWAcP2rMAINC0ZrdClwAlZdL4i9AZACpLInqeTQsA"
                    + "L4kgHjypagA1KYmKwVO0ADs3mm+C8scAQcBY5N3B1QBI0vTzbfQtAFCBQR3cRjYAWOBL77MA8ABiCSWoD+IQAGwZ4ZJot8IAdzbp"
                    + "Qbl1tQBqFBqv+tXRAHtmjefp8KEAS7yGFtDFgwB+D80PvjpwAG6xMj1M5pcAcYBV4YqobwAnJzpUZZOpAFe/xZ3HqHcAO85u1Lrh"
                    + "lQBBBRH12VtWAHSkAuBuz1YAZbs/zf6TugAbNq3QkcdUAEHSNCErnhUA9ZESC2uwPQBheFSRuWk3ADVVfnFpXL4ANoBUMIPTXQCA"
                    + "AAAAAAAAAIAAAAAAAAAAgAAAAAAAAAA=",
            "PC5G7/IHOa88K0qfGarL9TwpgXTzZRnLPCg4N73J/fc8JzXr4PJu2TwmYOmwHBcIPCWrY9YJV3c8JQ0OWlMKdTwkgIcFdotZPCQC"
                    + "G+m8Nvo8I48nPpDScDwjJbKEk+cKPCLEPrjrleo8ImmhItiweDwiFOw4udNAPCHFX/EGFn48IXpezkzPZTwhM2YIXaOYPCDwB9D8"
                    + "OLk8IK/nDsAVkzwgcrQhEBOpPCA4KmOPClo8IAAOPicB9DwflFc77ISLPB8sqXsb6bI8HsjCU9+GoDweaFntNcp9PB4LMCziobE8"
                    + "HbELo3r5TjwdWbim5+f2PB0FCJJJmhk8HLLRJCU0ezwcYuv1TZ9aPBwVNgQfbM48G8mPUIvcZjwbf9qGH6gdPBs3/LG8Xj48GvHd"
                    + "ASfKXzwarWSK6ywVPBpqfh1A0Nw8GikWEwXx8jwZ6Rot02SrPBmqeXSD+L08GW0kFY0HITwZMQtMpgv3PBj2IUtQOlI8GLxZI9+c"
                    + "yjwYg6a2tS7YPBhL/qFk7fY8GBVWL4yXkjwX36NNJ/apPBeq3Ho2jeM8F3b4v4xIUjwXQ++kq9jVPBcRuSaNsxc8FuBNrzovlzwW"
                    + "r6YOII7QPBZ/u3EXQv48FlCHXfQ9ZjwWIgOsrgFSPBX0KoH4ABQ8Fcb2Sk5ImDwVmmG1ZeoVPBVuZ7H4k+I8FUMDaeMCCzwVGDA+"
                    + "jqvYPBTt6cWf8+Y8FMQrxeLLijwUmvI0cFkSPBRyOTIIu9E8FEn9CJyEyjwUIjopAei+PBP67SjSEkU8E9QSwGtR7zwTrafJFThb"
                    + "PBOHqTtD6+s8E2IULPhKNjwTPOXQOp1rPBMYG3Gt4Cw8EvOydzm3xTwSz6heyXVnPBKr+r0ek/o8EoinPLVJUDwSZaucud+lPBJD"
                    + "BbANp6c8EiCzXFpr4jwR/rKZM2T8PBHdAW9Cwnw8Ebud94LufjwRmoZagsOEPBF5uM+z+yw8EVkznMMqajwROPUU+K0KPBEY+5ih"
                    + "7cA8EPlFlIKDDDwQ2dGBTKLjPBC6neMgeFE8EJupSRHudDwQfPJMtIvaPBBed5GtAHE8EEA3xUgOhDwQIjGeFn1ZPBAEY9uNyXg8"
                    + "D82ai1qXXzwPktlZTylDPA9YgdEffew8Dx6RshT8oTwO5QbKBWmyPA6r3vTCuS88DnMYG5EqGDwOOrA0o1DSPA4CpUKbvPs8Dcr1"
                    + "VBPsATwNk56DKD5gPA1cnvUIqec8DSX02Y3ngjwM755q0t6iPAy5mezSFBk8DIPlrQblVTwMToACElwSPAwZZ0tjaVk8C+SZ8OJZ"
                    + "aTwLsBZin1RoPAt72xiDwj08C0fmkgZp7zwLFDdV4ibqPArgy/HPEH08Cq2i+j3xbzwKersKFe9PPApIEsJ0QoM8ChWoym3hizwJ"
                    + "43vO0wMoPAmxioH0XFo8CX/Tm2oAITwJTlXX28gdPAkdD/jLLek8COwAxF5+BzwIuycFLU3xPAiKgYoOH5k8CFoPJeUdRTwIKc6v"
                    + "c9lLPAf5vwEp/bs8B8ne+PbYZDwHmi14G7AgPAdqqWL+0Jw8BztRoP86BDwHDCUcSOJpPAbdIsGpdpI8Bq5JgGWITzwGf5hKDhg3"
                    + "PAZRDhJWaNc8BiKpzuoJLjwF9Gp3QwQ8PAXGTwSAIy48BZhWcTsvajwFan+5XyFpPAU8ydn+KN88BQ8z0Sd6ODwE4bydvMzQPAS0"
                    + "Yz9HdLw8BIcmtc0CEDwEWgYBo07qPAQtACND5Fw8BAAUGx6dbTwD00Dpa24TPAOmhY37MtE8A3nhCAdsFjwDTVJWAMblPAMg2HVc"
                    + "Uoc8AvRyYl9A+zwCyB8X6Q2/PAKb3Y875BE8Am+sv8MbKDwCQ4ue15v+PAIXeR+CAPs8Aet0Mjo8UzwBv3vEpI3wPAGTjsFLjX08"
                    + "AWesD1cITjwBO9KSP22oPAEQASl9fhA8AOQ2sDXr1zwAuHH84JPnPACMseDq7es8AGD1KFVKIDwANTqZSmk8PAAJgPOw8BE7/7uN"
                    + "4WxYYDv/ZBaEoyLuO/8MmSWAkjc7/rUTB/AznDv+XYFeIbrzO/4F4UdHR4Y7/a4vzj0QZjv9VmnoGE+nO/z+jHKbBpw7/KaUMonv"
                    + "fDv8Tn3R4aInO/v2Rd3nl907+53oxRNTrTv7RWLUy4DEO/rssDbyUj47+pPM7zvW+jv6OrTYSEPxO/nhY6B7bFE7+YfUxomz+jv5"
                    + "LgOVsbh/O/jT6yGYsB47+HmGQb4MlDv4Hs+MeT8OO/fDwVFyflk792hVk4UZqjv3DIYB9x2tO/awS/DuyD079lOgUQpbpTv19nul"
                    + "+jDIO/WY1fv3Qg879Tqm2+mWQjv02+U+CairO/R8h3q9zdA79ByDOWgoFDvzu81cymlMO/NaWeyRkC478vgb+4P8YTvylQWJrjIu"
                    + "O/IxB2HEllI78cwQ8L++jjvxZhAWejGoO/D+8O3EyaI78JadifuiajvwLP2nlxCqO++D7Jjpt/k77qrSpyP/zTvtzmm9Di5yO+zu"
                    + "ZUpKAKQ77ApuMZCWdjvrIiCZ7G1/O+o1CSHV3f476UKhOaxzLjvoSkpPf/EkO+dLR0prP5s75kSzjDVa0DvlNXY2ZyaoO+QcL5i7"
                    + "5uA74vcdHeJ1tjvhw+zym6miO+B/dAsBsvk73kpTfyjYwzvbXEcBOoKoO9gdlv5LFmI71GEMykBjTDvPXGjQXy2WAAAAAAAAAAA=",
            "O1DpFKAr06A7YdXf+UaFPDtr31c3iosfO3M4n8ZnQYE7eLxkGnDTvzt+dKY4UZKgO4IuaSFj0Ak7hTi2Am0V5juIV9mk6+S1O4uK"
                    + "tn5jv1c7jtBgEMsDpDuRFAeV0sx5O5LIjN0J90o7lIV2bX/5LjuWSoRA9qJrO5gXfhOtV/47mewyHRJWvzubyHQOqWuAO52sHEcU"
                    + "PVw7n5cHLILvFDugxIpStGSHO6HBE9RiK2Q7osES8ICGIDujxHuu2GKzO6TLQyietYU7pdVfbCyGjDum4sdktzSPO6fzcsVYiso7"
                    + "qQdZ9tnX4juqHnYH0KKkO6s4wJ6w8+M7rFYz7Yn0SjutdsqnLuhGO66af/WZMlI7r8FPcViOhzuwdZqM9tLIO7EMFqd4XKw7saQa"
                    + "ZPVnHzuyPaRMZcJ9O7LYswx0gds7s3VFeTz4bju0E1qKPdwAO7Sy8Vh8lvE7tVQJHNOdgzu19qEuZ0UzO7aauQE9LmU7t0BQJPLN"
                    + "XDu352ZDkAo7O7iP+yBzTBU7uToOl1SSjzu55aCbXYakO7qSsTZUpzI7u0FAh9nqLDu78U7Es1lGO7yi3DYoWOg7vVXpOWprsDu+"
                    + "CnY/CmPTO77Ag8p5Dy07v3gScZKDSzvAGJFuGaIeO8B12uHrSik7wNPl+Z6mDTvBMrMjDlScO8GSQtRqSEo7wfKVjBZmRjvCU6vQ"
                    + "jG2QO8K1hjBA9PU7wxglQYtTaTvDe4mikEpWO8Pfs/kvTR47xESk8vJEdTvEql1E/69UO8UQ3awPBgg7xXgm7F9GdTvF4DnRr5MB"
                    + "O8ZJFy85z8U7xrK/368roTvHHTTFNoScO8eIdslsmMU7x/SG3WX2PTvIYWX5sp6vO8jPFR5jU7Y7yT2VUxCDHDvJrOem4sr3O8od"
                    + "DTCdDtQ7yo4HDqgYRDvK/9ZnH739O8tyfGfhjec7y+X6Rpz3LjvMWlFA5PJ8O8zPgpxDJzA7zUWPpkyNbDvNvHm0t41jO840QiVz"
                    + "nVI7zqzqXsJgMDvPJnPPUkfkO8+g3+5avpU70A4YHdztrjvQTDMgCdO4O9CKwcZ5fKw70MnE3nX2czvRCT053/9tO9FJK69B6jQ7"
                    + "0YmRGeNbgjvRym5Z3ecXO9ILxFQykJU70k2T8uA15TvSj94k+ukOO9LSo97EP7M70xXmGcSfEzvTWaXU5YunO9Od5BSNA/k70+Kh"
                    + "4rnu4zvUJ+BPIaW2O9RtoG9Oo2871LPjXsBimDvU+qo/DHP/O9VB9jgA2Qw71YnId8etDzvV0iIzDCl9O9YbBKUhEdg71mRxECiU"
                    + "hjvWrmi9Pa7GO9b47PyfIoI710P/JdwNzjvXj6CYAjR3O9fb0rnODS072CiW+dyklzvYde7O32nAO9jD27fR+FE72RJfPDH2JTvZ"
                    + "YXrsORsLO9mxMGEZerI72gGBPTwqMjvaUm8sglvyO9qj++SJDkM72vYpJO9qnjvbSPi3n/UiO9ucbHEcrcw72/CGMM5GxzvcRUfh"
                    + "VpU9O9yas3jmZGc73PDK+ZbUsjvdR5BxxnOeO92fBfx6O1c73fctwcKsLTveUAn3JTTeO96pnOAKIiE73wPozi9RJTvfXvAiH+S4"
                    + "O9+6tUuxQJg74AudZULJbDvgOkGXShv2O+BpSIxcJWg74JiznaLcGzvgyIQtUpilO+D4u6b7sHE74Slbf9/mVjvhWmU3S+lwO+GL"
                    + "2lb1Hps74b28c1v03jvh8A0sMwndO+IizizLaDE74lYBLIYu1zviiafvS/bEO+K9xEYKUdQ74vJYDzfFJTvjJ2U3XqhUO+Nc7bmv"
                    + "Ww0745LzoJpLLDvjyXkGck89O+QAgBYX43U75DgLC63ixDvkcBw1WGHsO+SotfQGYDs75OHavEcQWjvlG40XK4wfO+VVz6M12BY7"
                    + "5ZClFVYvcDvlzBA596aUO+YIE/YdSqQ75kSzSJD+vzvmgfFLJXT0O+a/0TQMwVo75v5WV0UpfDvnPYQoHfpGO+d9XjrWWrM7573o"
                    + "RlhC9zvn/yYmEfaeO+hBG9vwnag76IPNkn7dJDvoxz+fKpzIO+kLdoS1fWc76VB29dPlJDvplkXX/vO9O+nc6EZ+LME76iRjla4x"
                    + "LzvqbL1WioBeO+q1+1qA6+c76wAjt5Y3CzvrSzzM5EO5O+uXTUd7Opk76+RcJ7BN4DvsMnDG5hcFO+yBkt3cJWE77NHKi5UpCDvt"
                    + "IyBc5UUVO+11nVS8jQE77clK9USSEzvuHjNJ60S2O+50YPJ5YpQ77svfL1dTijvvJLnvKNrAO+9+/d3ujDo779q4dePDwDvwG/wJ"
                    + "LJfgO/BLZgJrnfo78HuiVnCbIjvwrLnJYT7eO/DetcLxkCM78RGgX5z4LDvxRYSESEI8O/F6bfS5qqs78bBpbWuwnzvx54TBXRCh"
                    + "O/Ifzvyl9Tw78llYjMqIkjvylDNwARKXO/LQc2zyb+878w4uVOWJpDvzTXxS0unlO/OOeEqaAME789FATJGr4jv0FfYjDfrWO/Rc"
                    + "wAFhXuI79KXJXpoAnDv08UQKLO3NO/U/aY6O2aM79ZB8/nbiaTv15M1XAYanO/Y8uLZHGvA79piwyOyRYDv2+UEMfsUkO/dfF+1O"
                    + "J9U798sUiZUwnTv4Plxk5zVbO/i6f4mfjoY7+UG5C/DDKzv5122M+NBvO/qBRs8zR887+0pETgObkTv8T3uyTJrDPAAAAAAAAAA=");

    final byte[] alias;
    final long[] threshold;
    final double[] x;
    final double[] y;

    private ZigguratTables(String alias, String threshold, String x, String y) {
        this.alias = Base64.getDecoder().decode(alias);
        this.threshold = longs(threshold);
        this.x = doubles(x);
        this.y = doubles(y);
    }

    private static long[] longs(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        long[] values = new long[bytes.capacity() / Long.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getLong();
        }
        return values;
    }

    private static double[] doubles(String text) {
        long[] bits = longs(text);
        double[] values = new double[bits.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.longBitsToDouble(bits[i]);
        }
        return values;
    }
}
