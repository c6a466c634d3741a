# language: ko
기능: 그냥 보는 거예요

  두드리는 손님에게는 몇 분인지 말하고, 그냥 본다는 손님에게는 작게 하나를 묻는다. 둘 다 달라는 것보다 하려던 것이 먼저다.

  시나리오: 한 사람에게는 몇 분을, 한 사람에게는 작은 목소리를
    만약 "a-word-each"를 고른다
    그러면 "nights"를 털어놓았다
    만약 "not-nothing"을 고른다
    그러면 "3분이라더니 진짜 왔네"라는 말이 들린다
    만약 "show-me"를 고른다
    그러면 "thread"를 털어놓았다
    만약 "fittings", "six-here", "in-his-shoes", "other-doors", "two-homes", "half-for-jeong"을 차례로 고른다
    그러면 "bar-tonight", "water-back", "patrol-up"이 풀렸다
    그리고 결말은 "end-bread"이다
    그리고 통과한다
    그리고 감사는 90점 이상이다

  시나리오: 급한 쪽만 보면 물은 나오고 조용한 쪽은 빈손으로 나간다
    만약 "hurry-first", "show-me", "fittings"를 차례로 고른다
    그러면 "water-back"이 풀렸다
    만약 "see-you-again", "in-his-shoes"를 차례로 고른다
    그러면 결말은 "end-lights-on"이다
    그리고 통과하지 못한다

  시나리오: 찾던 걸쇠를 팔고 안심시키면 나사 두 개가 뽑힌다
    만약 "a-word-each", "strong-chain", "show-me", "fittings", "more-items", "in-his-shoes"를 차례로 고른다
    그러면 결말은 "end-two-screws"이다
    그리고 통과하지 못한다

  시나리오: 남 앞에서 꺼낸 사정은 도움이 되지 않는다
    만약 "a-word-each", "man-to-help"를 차례로 고른다
    그러면 결말은 "end-told-aloud"이다
    그리고 통과하지 못한다

  시나리오: 문을 잡은 손을 불러 세우면 여섯 시에 닿는다
    만약 "hurry-first", "show-me", "fittings", "three-times", "not-nothing", "six-here"를 차례로 고른다
    그러면 "bar-tonight"가 풀렸다
    만약 "in-his-shoes", "other-doors", "two-homes", "half-for-jeong"을 차례로 고른다
    그러면 통과한다

  시나리오: 답을 쥐여 준 물음에는 저희 집만이라고 한다
    만약 "a-word-each", "not-nothing", "show-me", "fittings", "six-here", "in-his-shoes", "yours-alone"을 차례로 고른다
    그러면 "upstairs"를 털어놓지 않았다
    그리고 "patrol-up"이 풀리지 않았다
