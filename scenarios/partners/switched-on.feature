# language: ko
기능: 면책기간이요

  낱말의 뜻이 아니라 고객의 날짜로 답하고, 안 나오는 것은 까닭과 대신 되는 것을 함께 말한다.

  시나리오: 날짜 두 개로 한 바른 거절은 만점을 받을 수 있다
    만약 "three-times-hard", "first-time-you-heard", "which-day", "how-is-the-hand", "ear-side", "calendar-and-twentieth"를 차례로 고른다
    그러면 "first-heard"를 털어놓았다
    그리고 "moved"를 털어놓았다
    그리고 "knows", "own-day"가 풀렸다
    만약 "missing-day", "each-visit", "lay-them-out", "tell-it-at-home", "both-sentences", "yujins-word"를 차례로 고른다
    그러면 결말은 "end-scissors"이다
    그리고 통과한다
    그리고 공감은 95점 이상이다
    그리고 감사는 95점 이상이다

  시나리오: 이해되셨느냐고 물으면 고객은 그렇다고 하고 수술을 미룬다
    만약 "three-times-hard", "first-time-you-heard", "calendar", "each-visit", "lay-them-out", "understood", "our-sentence"를 차례로 고른다
    그러면 결말은 "end-waited"이다
    그리고 통과하지 못한다

  시나리오: 들려 달라고 하면 틀리게 안 것이 나온다
    만약 "three-times-hard", "first-time-you-heard", "calendar", "each-visit", "lay-them-out", "tell-it-at-home"을 차례로 고른다
    그러면 "이십일로 미룬 거 그대로 하고"라는 말이 들린다
    그리고 "moved"를 털어놓았다
    만약 "either-day"를 고른다
    그러면 "own-day", "own-words"가 풀렸다

  시나리오: 날짜를 보지 않고 나온다고 하면 아무것도 풀리지 않는다
    만약 "surely-pays", "get-well"을 차례로 고른다
    그러면 결말은 "end-refused"이다
    그리고 해결은 1점 아래이다
    그리고 통과하지 못한다

  시나리오: 섣불리 한 말은 거둘 수 있다
    만약 "surely-pays", "spoke-too-soon", "first-time-you-heard", "how-is-the-hand", "ear-side", "calendar-and-twentieth", "missing-day", "each-visit", "lay-them-out", "tell-it-at-home", "both-sentences", "yujins-word"를 차례로 고른다
    그러면 통과한다
