# language: ko
기능: 스물두 걸음

  늦은 것은 구두지만 고칠 것은 내일 열한 시다. 무엇이 빠지면 안 되는지는 물어야 나온다.

  배경:
    조건 시드는 1이다

  시나리오: 왜 그 구두였는지 물으면 지킬 것이 굽이라는 것을 안다
    만약 "two-ways", "why-those", "keep-in-step", "low-and-still"을 차례로 고른다
    그러면 "steps"를 털어놓았다
    그리고 "on-her-feet"가 풀렸다
    그리고 "in-time"이 풀리지 않았다
    만약 "may-or-may-not", "nothing-at-all", "walk-it-now", "heard-it", "third-label", "tell-narae"를 차례로 고른다
    그러면 결말은 "end-in-step"이다
    그리고 통과한다
    그리고 감사는 90점 이상이다

  시나리오: 똑같은 구두를 찾아 주었는데 걸음이 틀어진다
    만약 "two-ways", "same-but-seven", "may-or-may-not", "nothing-at-all", "fits-well"을 차례로 고른다
    그러면 결말은 "end-seven"이다
    그리고 통과하지 못한다

  시나리오: 저녁에라도 걸어 보게 하면 아직 오늘이다
    만약 "two-ways", "same-but-seven", "may-or-may-not", "nothing-at-all", "walk-it-high"를 차례로 고른다
    그러면 "steps"를 털어놓았다
    만약 "bring-the-low", "heard-it"을 차례로 고른다
    그러면 "on-her-feet", "in-time"이 풀렸다

  시나리오: 흰 거면 되느냐고 물으면 된다고 한다
    만약 "two-ways", "white-will-do"를 차례로 고른다
    그러면 "steps"를 털어놓지 않았다
    그리고 "흰 거면 되죠"라는 말이 들린다

  시나리오: 배송비로 셈하고 기다리라고 하면 웃으면서 끊는다
    만약 "three-thousand", "on-its-way", "two-ways", "buy-nearby", "their-fault"를 차례로 고른다
    그러면 결말은 "end-laughed"이다
    그리고 통과하지 못한다
