# language: ko
기능: 그이 이름으로

  적혀 있는 것은 묻지 않고, 없애기 전에 그 번호에 무엇이 남았는지 물어야 한다.

  시나리오: 그 번호로 오는 전화를 물으면 시계가 다 돌아간 뒤에 번호가 해지된다
    만약 "already-read", "not-hurried", "once-here", "still-rings"를 차례로 고른다
    그러면 "watches"를 털어놓았다
    그리고 "asked-once"가 풀렸다
    만약 "says-it-for-you", "opened-for-us", "name-only", "one-picture", "by-my-hand"를 차례로 고른다
    그러면 "reaches-her", "spared", "home-stays", "one-sheet", "in-her-name"이 풀렸다
    만약 "now-mine", "hangyeol-too"를 차례로 고른다
    그러면 결말은 "end-eleven"이다
    그리고 통과한다
    그리고 공감은 90점 이상이다
    그리고 감사는 90점 이상이다

  시나리오: 말이 없어도 된다
    만약 "already-read"를 고른다
    그리고 30초 동안 말이 없다
    그러면 "이러려던 게 아닌데"라는 말이 들린다
    그리고 "not-hurried"를 고를 수 있다

  시나리오: 물은 대로 오늘 없애면 아무도 걸지 못한다
    만약 "already-read", "not-hurried", "once-here", "cleared-by-six", "name-only", "one-picture", "by-my-hand"를 차례로 고른다
    그러면 "reaches-her"가 풀리지 않았다
    만약 "now-mine"을 고른다
    그러면 결말은 "end-shutter"이다
    그리고 통과하지 못한다

  시나리오: 여섯 시 전이면 아직 되돌릴 수 있다
    만약 "already-read", "not-hurried", "once-here", "cleared-by-six", "name-only", "one-picture", "by-my-hand"를 차례로 고른다
    만약 "before-six"를 고른다
    그러면 "그냥 없애자고"라는 말이 들린다
    만약 "says-it-for-you", "opened-for-us", "now-mine", "hangyeol-too"를 차례로 고른다
    그러면 "reaches-her", "spared"가 풀렸다
    그리고 통과한다

  시나리오: 서류 없이 해 두겠다는 친절한 약속은 지킬 수 없다
    만약 "already-read", "not-hurried", "once-here", "still-rings", "says-it-for-you", "opened-for-us", "name-only", "no-need", "by-my-hand", "now-mine"을 차례로 고른다
    그러면 결말은 "end-asked-again"이다
    그리고 통과하지 못한다
