# language: ko
기능: 낮은 목소리

  조용해도 폭언은 폭언이고 커도 폭언이 아닐 수 있으며, 순서는 얼마를 쓰든 같다.

  시나리오: 낮은 목소리는 순서대로 마치고 큰 목소리에게는 적어 준다
    만약 "three-names", "nine-oclock", "first-notice", "second-notice", "end-today", "written-down", "same-for-ink"를 차례로 고른다
    그러면 "ended-right", "on-file", "rested", "same-for-all", "her-names"가 풀렸다
    만약 "on-paper"를 고른다
    그러면 "battery"를 털어놓았다
    만약 "what-for", "fifteen-minutes", "resting-inside", "straight-to-her"를 차례로 고른다
    그러면 결말은 "end-name"이다
    그리고 통과한다
    그리고 해결은 100점 이상이다
    그리고 공감은 95점 이상이다
    그리고 감사는 95점 이상이다

  시나리오: 4천만 원 앞에 끝까지 엎드리면 주아가 나오지 않는다
    만약 "tea-first", "hand-her-the-bench", "kneel", "kneel-together", "kneel-still"을 차례로 고른다
    그러면 결말은 "end-knelt"이다
    그리고 통과하지 못한다

  시나리오: 순서대로 마쳐 놓고 사과하러 가면 두 사람을 잃는다
    만약 "three-names", "nine-oclock", "first-notice", "second-notice", "end-today", "written-down", "off-we-go"를 차례로 고른다
    그러면 결말은 "end-bowed"이다
    그리고 통과하지 못한다

  시나리오: 소리가 크다고 내보내면 펜을 주워 준 손이 쫓겨난다
    만약 "three-names", "nine-oclock", "first-notice", "second-notice", "end-today", "written-down", "same-for-ink", "not-today"를 차례로 고른다
    그러면 결말은 "end-shown-out"이다
    그리고 통과하지 못한다

  시나리오: 차례를 내주었어도 적어서 말하면 내일 쓸 펜이 있다
    만약 "three-names", "hand-her-the-bench", "first-notice", "second-notice", "end-today", "written-down", "same-for-ink", "on-paper", "what-for"를 차례로 고른다
    그러면 "문 선생: 나는 원장님 세 자루를"이라는 말이 들린다
    만약 "lend-one"을 고른다
    그러면 "his-pen"이 풀렸다
