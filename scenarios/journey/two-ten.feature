# language: ko
기능: 2분 10초

  영상에서 막힌 사람에게는 그 한 걸음과 사람에게 가는 문이 필요하고, 영상은 다음 사람을 위해 고쳐야 한다.

  시나리오: 글에서 전화로 이어지고, 소리가 아니라 창을 보고, 혼자 한 번 더 단다
    만약 "my-desk", "your-lines"를 차례로 고른다
    그러면 "not-twice"가 풀렸다
    만약 "first-letter"를 고른다
    그러면 "new-base"를 털어놓았다
    만약 "grey-left", "colour-of-it"을 차례로 고른다
    그러면 "locked"가 풀리지 않았다
    만약 "knee-on-it", "what-for", "once-alone"을 차례로 고른다
    그러면 "locked", "own-eyes", "by-himself"가 풀렸다
    만약 "line-at-two-ten", "two-nine"을 차례로 고른다
    그러면 "next-viewer"가 풀렸다
    그리고 결말은 "end-regular"이다
    그리고 통과한다

  시나리오: 링크를 다시 보내면 열두 번째로 막힌 사람이 전화를 건다
    만약 "watch-again"을 고른다
    그러면 "열두 번째도 없더라고요"라는 말이 들린다
    만약 "sorry-for-the-round", "first-letter", "grey-left", "colour-of-it", "knee-on-it", "what-for", "once-alone", "line-at-two-ten", "two-nine"을 차례로 고른다
    그러면 결말은 "end-regular"이다
    그리고 통과한다

  시나리오: 딸깍 소리는 잠긴 소리가 아니다
    만약 "my-desk", "your-lines", "first-letter", "grey-left", "that-is-it"을 차례로 고른다
    그러면 "locked"가 풀리지 않았다
    만약 "line-at-two-ten"을 고른다
    그러면 결말은 "end-click"이다
    그리고 통과하지 못한다

  시나리오: 답이 정해진 물음에는 내일 일을 숨긴다
    만약 "my-desk", "your-lines", "first-letter", "grey-left", "colour-of-it", "knee-on-it", "better-leave-it"을 차례로 고른다
    그러면 "그냥요. 빼는 것도 알아 두면 좋잖아요"라는 말이 들린다
    만약 "what-for"를 고른다
    그러면 "other-car"를 털어놓았다
