# language: ko
기능: 딸깍 한 번

  헤매다 온 사람이 말을 건 그 창에서 일이 시작된다. 누가 몇 시에 건다는 약속은 그 사람이 받을 수 있는 시각이어야 한다.

  배경:
    조건 시드는 1이다

  시나리오: 오늘 밤 할 일을 먼저 말하고, 되는 시각을 물어 걸면 난간이 두 번 울린다
    만약 "person-here", "not-tonight", "left-over", "upside-down"을 차례로 고른다
    그러면 "safe-tonight"가 풀렸다
    그리고 "screws"를 털어놓았다
    만약 "what-time", "ten-past-eight", "listen-together", "way-report", "pass-to-safety"를 차례로 고른다
    그러면 "work"를 털어놓았다
    그리고 결말은 "end-slept-well"이다
    그리고 통과한다

  시나리오: 게시판으로 돌려보내면 조용히 사라진다
    만약 "board-link", "hello-hearts", "not-my-desk"를 차례로 고른다
    그러면 결말은 "end-read"이다
    그리고 통과하지 못한다
    그리고 "읽음. 답은 없다."라는 말이 들린다

  시나리오: 되는 시각을 묻지 않은 약속은 못 받는 전화가 된다
    만약 "person-here", "not-tonight", "left-over", "upside-down", "team-at-nine"을 차례로 고른다
    그러면 "text-him"을 고를 수 있다
    만약 "text-him", "three-way"를 차례로 고른다
    그러면 "rail-holds", "same-hand"가 풀렸다

  시나리오: 보통은 괜찮다는 말에 아기가 눕는다
    만약 "person-here", "usually-fine"을 차례로 고른다
    그러면 결말은 "end-slept"이다
    그리고 통과하지 못한다

  시나리오: 설명서대로 했느냐고 물으면 나사는 나오지 않는다
    만약 "person-here", "per-leaflet"을 차례로 고른다
    그러면 "screws"를 털어놓지 않았다
    그리고 "left-over"를 고를 수 있다
