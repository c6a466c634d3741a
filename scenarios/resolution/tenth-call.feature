# language: ko
기능: 열 번째 전화

  안 되는 돈은 안 된다고 하고, 되는 종이는 쓸 수 있는 모양까지 챙기고, 열 번 들은 까닭은 고칠 사람에게 올린다.

  배경:
    조건 시드는 1이다

  시나리오: 서류를 함께 열어 보고 원인까지 올린다
    만약 "sort-it", "read-me-all", "was-it-there", "our-screen", "no-and-yes", "both-moving"을 차례로 고른다
    그러면 "no-field"를 털어놓았다
    그리고 "boss"를 털어놓았다
    그리고 "papers-in"이 풀리지 않았다
    만약 "tenth", "three-can", "any-more-to-buy", "press-more", "i-will-ring", "whose-name", "pass-to-dublin"을 차례로 고른다
    그러면 "papers-in", "cause-up", "others-called", "next-safe"가 풀렸다
    그리고 결말은 "end-closed-book"이다
    그리고 통과한다

  시나리오: 다 나갔다고 뜨는 것과 쓸 수 있는 것은 다르다
    만약 "sort-it", "was-it-there", "our-screen", "no-and-yes", "both-moving-bare", "tenth", "three-can", "i-will-ring", "all-there"를 차례로 고른다
    그러면 결말은 "end-sent-back"이다
    그리고 통과하지 못한다

  시나리오: 당연히 넣으셨느냐고 물으면 넣었다고 한다
    만약 "sort-it", "you-did-enter"를 차례로 고른다
    그러면 "no-field"를 털어놓지 않았다
    그리고 "넣었죠"라는 말이 들린다
    그리고 "was-it-there"를 고를 수 있다

  시나리오: 팔려는 말에는 열한 명이 숨는다
    만약 "sort-it", "was-it-there", "our-screen", "no-and-yes", "both-moving-bare", "tenth", "three-can", "team-plan"을 차례로 고른다
    그러면 "eleven"을 털어놓지 않았다
    그리고 "더 살 거 없어요"라는 말이 들린다
