# language: ko
기능: 7조 3항

  적혀 있었다고 해서 보였던 것은 아니다. 드는 것을 먼저 다 말하고, 보이지 않던 줄은 고칠 사람에게 화면과 함께 올린다.

  배경:
    조건 시드는 1이다

  시나리오: 다 말하고 올리면 고객의 문장이 화면에 들어간다
    만약 "not-where-you-look", "not-your-korean", "cannot-but", "what-was-wrong", "smaller-all-told"를 차례로 고른다
    그러면 "room"을 털어놓았다
    그리고 "two-dictionaries"를 털어놓았다
    그리고 "sees-all", "desk-fits", "no-maybe"가 풀렸다
    만약 "before-you-pay", "read-it-first", "your-line-goes-in", "name-and-team"을 차례로 고른다
    그러면 "screen-up", "plain-line"이 풀렸다
    그리고 결말은 "end-her-sentence"이다
    그리고 통과한다

  시나리오: 좋은 것만 말하면 기사님이 그냥 돌아간다
    만약 "not-where-you-look", "not-your-korean", "cannot-but", "what-was-wrong", "all-free", "before-you-pay"를 차례로 고른다
    그러면 "이것도 여섯째 줄입니까"라는 말이 들린다
    그리고 "i-was-the-line"을 고를 수 있다

  시나리오: 동의하셨다는 말로 끝내면 책상도 돈도 모자란다
    만약 "you-agreed", "not-where-you-look", "wonderful-korean", "cannot-but", "proceed", "its-the-law"를 차례로 고른다
    그러면 결말은 "end-short"이다
    그리고 통과하지 못한다

  시나리오: 카드사에 말하면 불이익이 있다는 말은 그것만으로 떨어진다
    만약 "not-where-you-look", "not-your-korean", "account-frozen", "what-was-wrong", "smaller-all-told", "before-you-pay", "read-it-first", "your-line-goes-in"을 차례로 고른다
    그러면 통과하지 못한다

  시나리오: 마음이 바뀌었느냐고 물으면 방 이야기는 나오지 않는다
    만약 "not-where-you-look", "not-your-korean", "cannot-but", "changed-mind"를 차례로 고른다
    그러면 "room"을 털어놓지 않았다
    그리고 "단순 변심"이라는 말이 들린다
