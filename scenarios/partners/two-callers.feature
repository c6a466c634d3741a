# language: ko
기능: 같은 목소리

  사람을 겨눈 욕은 두 번 알리고 끊어도 되고, 그저 화난 사람의 전화는 끊으면 안 된다.

  시나리오: 한 통은 순서대로 끊고 한 통은 끝까지 듣는다
    만약 "bridge-first", "warn-once", "warn-twice", "end-it", "log-in-order"를 차례로 고른다
    그러면 "ended-right", "on-file", "rested", "his-boiler"가 풀렸다
    만약 "bridge-second"를 고른다
    그러면 "baby"를 털어놓았다
    만약 "send-tonight", "skin-to-skin", "the-rule-is-wrong", "any-father", "show-it-to-seo"를 차례로 고른다
    그러면 결말은 "end-regular"이다
    그리고 통과한다
    그리고 공감은 90점 이상이다

  시나리오: 욕한 적 없는 사람의 전화를 끊으면 통과하지 못한다
    만약 "bridge-first", "warn-once", "warn-twice", "end-it", "log-in-order", "wont-listen"을 차례로 고른다
    그러면 결말은 "end-cut-off"이다
    그리고 통과하지 못한다

  시나리오: 끝까지 참으면 다음 사람을 만나지 못한다
    만약 "bridge-first", "endure", "endure-more", "endure-still"을 차례로 고른다
    그러면 결말은 "end-worn-out"이다
    그리고 통과하지 못한다

  시나리오: 큰 소리만 듣고 알렸어도 잘못 들었다고 하면 돌릴 수 있다
    만약 "bridge-first", "warn-once", "warn-twice", "end-it", "log-in-order", "warn-the-loud"를 차례로 고른다
    그러면 "말을 이렇게 듣는구나"라는 말이 들린다
    만약 "heard-wrong", "send-tonight", "skin-to-skin", "the-rule-is-wrong", "any-father", "show-it-to-seo"를 차례로 고른다
    그러면 통과한다

  시나리오: 집에 누가 있는지 묻지 않으면 내일 아홉 시가 된다
    만약 "bridge-first", "warn-once", "warn-twice", "end-it", "log-in-order", "nine-tomorrow", "urgent-only"를 차례로 고른다
    그러면 "warm-tonight"이 풀리지 않았다
    만약 "send-after-all"을 고른다
    그러면 "warm-tonight"이 풀렸다
