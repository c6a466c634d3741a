# language: ko
기능: 괜찮습니다

  두 창의 순서는 목소리 크기가 아니라 입을 피해로 정하고, 조용한 쪽으로 꼭 돌아온다.

  시나리오: 한쪽에는 시각을, 한쪽에는 물음 하나를
    만약 "a-line-each"를 고른다
    그러면 "wife"를 털어놓았다
    만약 "dont-grind"를 고른다
    그러면 "10시 4분. 오 진짜 왔네요"라는 말이 들린다
    그리고 "safe-lunch", "no-grinding"이 풀렸다
    만약 "ask-count", "seven-by-half-past", "your-place-too", "has-it-happened"를 차례로 고른다
    그러면 "last-month"를 털어놓았다
    만약 "twice-is-enough", "hands-busy", "by-name"을 차례로 고른다
    그러면 결말은 "end-regular"이다
    그리고 통과한다
    그리고 감사는 90점 이상이다

  시나리오: 꼬리표대로 하면 큰 소리는 풀리고 조용한 쪽은 석 달 뒤에 떠난다
    만약 "loudest-first", "ask-count", "seven-by-half-past"를 차례로 고른다
    그러면 "twelve-eat"이 풀렸다
    만약 "close-it", "hands-busy"를 차례로 고른다
    그러면 결말은 "end-slow-leave"이다
    그리고 통과하지 못한다

  시나리오: 늦게라도 돌아오면 끼니에 닿는다
    만약 "loudest-first", "ask-count", "seven-by-half-past", "back-to-you", "dont-grind", "your-place-too"를 차례로 고른다
    그러면 "safe-lunch"가 풀렸다
    만약 "has-it-happened", "twice-is-enough", "hands-busy", "by-name"을 차례로 고른다
    그러면 통과한다

  시나리오: 답을 쥐여 준 질문에는 괜찮다고 답한다
    만약 "a-line-each", "dont-grind", "ask-count", "seven-by-half-past", "your-place-too", "first-time-right"을 차례로 고른다
    그러면 "last-month"를 털어놓지 않았다
    그리고 "cause-up"이 풀리지 않았다

  시나리오: 열두 시를 돈으로 갚으면 남는 것은 알아주는 말뿐이다
    만약 "a-line-each", "dont-grind", "money-back", "your-place-too", "has-it-happened", "twice-is-enough"를 차례로 고른다
    그러면 "noon-was-lost"를 고를 수 있다
    그리고 "traffic-today"를 고를 수 없다
    만약 "noon-was-lost"를 고른다
    그러면 "twelve-eat"이 풀리지 않았다
    그리고 결말은 "end-one-star"이다
