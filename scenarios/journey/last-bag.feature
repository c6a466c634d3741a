# language: ko
기능: 반품 사유

  보낸 아이의 일은 번호로 고르지 않고, 저절로 나갈 것은 먼저 멈춘다.

  시나리오: 사유 칸을 비우고 이름을 부르면 두부의 밥이 갈 곳을 찾는다
    만약 "leave-it-blank"를 고른다
    그러면 "died"를 털어놓았다
    만약 "until-yesterday", "nine-old-dogs", "tied-at-the-top"을 차례로 고른다
    그러면 "paid-back", "eaten"이 풀렸다
    그리고 "no-box"가 풀리지 않았다
    만약 "two-more-things", "stays-as-it-is", "what-hour", "somebody-at-the-window", "read-together"를 차례로 고른다
    그러면 결말은 "end-letter"이다
    그리고 통과한다
    그리고 공감은 90점 이상이다

  시나리오: 일곱째 번호
    만약 "pick-a-number"를 고른다
    그러면 "번호가 있네요"라는 말이 들린다
    만약 "submitted", "keep-for-next", "by-the-rules", "cancel-survey"를 차례로 고른다
    그러면 결말은 "end-form"이다
    그리고 통과하지 못한다

  시나리오: 물은 것만 끝내면 아침에 상자가 온다
    만약 "leave-it-blank", "until-yesterday", "nine-old-dogs", "tied-at-the-top", "anything-more", "what-hour", "somebody-at-the-window"를 차례로 고른다
    그러면 결말은 "end-box-came"이다
    그리고 통과하지 못한다

  시나리오: 묻지 않고 지운 것은 그날 안에 되살린다
    만약 "leave-it-blank", "until-yesterday", "nine-old-dogs", "tied-at-the-top", "wipe-it-all"을 차례로 고른다
    그러면 "거기만 있는 것도 있었는데"라는 말이 들린다
    만약 "bring-it-back"을 고른다
    그러면 "as-he-wants"가 풀렸다
