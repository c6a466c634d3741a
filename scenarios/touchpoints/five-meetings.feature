# language: ko
기능: 또 설명해요?

  고객에게는 메시지도 전화도 사진관도 하나다. 한 번 한 말은 한 번이면 된다.

  시나리오: 월요일 밤의 한마디가 3주 뒤 액자까지 간다
    만약 "window-light", "on-the-card"를 차례로 고른다
    그러면 "teacher"를 털어놓았다
    만약 "card-in-hand", "ask-this-year", "one-frame-of-both", "roll-call"을 차례로 고른다
    그러면 "no-flash", "his-face", "right-hour"가 풀렸다
    그리고 "3학년 2반"이라는 말이 들린다
    만약 "which-wall", "no-reflection", "he-called-you", "class-monitor"를 차례로 고른다
    그러면 결말은 "end-regular"이다
    그리고 "told-once", "hangs"가 풀렸다
    그리고 통과한다

  시나리오: 창구마다 처음부터 물으면 한 말이 없던 일이 된다
    만약 "window-light", "will-refer", "from-the-top"을 차례로 고른다
    그러면 "또 설명해요?"라는 말이 들린다
    그리고 아직 끝나지 않는다

  시나리오: 카드가 비었어도 메시지를 열어 읽으면 이어진다
    만약 "experts", "will-refer", "open-the-message", "ask-this-year", "one-frame-of-both"를 차례로 고른다
    그리고 "ask-daughter"를 고른다
    그러면 "teacher"를 털어놓았다
    그리고 "roll-call"을 고를 수 있다

  시나리오: 다 잘해 놓고 유리를 끼우면 마지막에 돌려놓는다
    만약 "window-light", "on-the-card", "card-in-hand", "ask-this-year", "one-frame-of-both", "roll-call", "standard-glass"를 차례로 고른다
    그러면 "이것도 또 설명드려야 하나요"라는 말이 들린다
    만약 "reason-code"를 고른다
    그러면 결말은 "end-turned"이다
    그리고 통과하지 못한다
