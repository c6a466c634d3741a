# language: ko
기능: 알겠습니다~

  의견은 통화하면서 의견서로 올라가야 하고, 고객은 언제 답을 듣는지 알아야 한다.

  시나리오: 재어 온 숫자와 네 사람까지 올리고 답하는 날을 알려 주면 단골이 된다
    만약 "write-down", "ask-details", "not-your-age", "ask-others", "speaks-for-four"를 차례로 고른다
    그러면 "club"을 털어놓았다
    그리고 "measured"를 털어놓았다
    만약 "file-four"를 고른다
    그러면 "on-record", "pattern"이 풀렸다
    그리고 "hears-back"이 풀리지 않았다
    만약 "drawer-no", "lend", "check", "exact-thanks", "take-and-share"를 차례로 고른다
    그러면 결말은 "end-regular"이다
    그리고 통과한다
    그리고 공감은 90점 이상이다
    그리고 감사는 90점 이상이다

  시나리오: 알겠다는 말 두 번이면 고객은 조용히 끊는다
    만약 "okay", "bye"를 차례로 고른다
    그러면 결말은 "end-just-okay"이다
    그리고 통과하지 못한다
    그리고 공감은 20점 아래이다
    그리고 "뭘 아셨는지 저는 모르겠습니다"라는 말이 들린다

  시나리오: 상담 기록에 남긴 것은 아무도 보지 않는다
    만약 "standard", "memo"를 차례로 고른다
    그러면 "on-record"가 풀리지 않았다
    그리고 아직 끝나지 않는다

  시나리오: 말이 없으면 고객이 먼저 말한다
    만약 40초 동안 말이 없다
    그러면 "제 얘기가 그렇게 깁니까"라는 말이 들린다
    그리고 "write-down"을 고를 수 있다
