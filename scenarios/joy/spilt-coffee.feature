# language: ko
기능: 한 모금도 못 마신 커피

  덴 손을 먼저 보고, 말하지 않아도 새로 내리고, 두 주 뒤에 온 감사를 그 사람에게 데려다준다.

  시나리오: 사람을 먼저 보고 감사의 주소를 찾는다
    만약 "body-first", "cold-water", "other-side", "warned-first", "already", "where-to", "plenty-of-time", "first-sip"을 차례로 고른다
    그리고 "find", "ask-words", "ask-looks", "one-shop", "sent-now", "her-words", "what-a-day", "it-reached-her"를 차례로 고른다
    그러면 결말은 "end-regular"이다
    그리고 통과한다
    그리고 해결은 95점 이상이다
    그리고 감사는 95점 이상이다

  시나리오: 휴지만 건네면 마시고 가지만 글을 남기지는 않는다
    만약 "tissues", "other-side", "let-go", "already", "wet-wipe", "first-sip"을 차례로 고른다
    그러면 결말은 "end-never-wrote"이다
    그리고 통과하지 못한다

  시나리오: 영수증부터 물으면 감사가 갈 곳을 잃는다
    만약 "body-first", "cold-water", "other-side", "warned-first", "already", "wet-wipe", "first-sip", "no-proof", "in-person"을 차례로 고른다
    그러면 결말은 "end-no-address"이다
    그리고 통과하지 못한다
