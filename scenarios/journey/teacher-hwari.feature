# language: ko
기능: 활이 선생님

  기계가 넘긴 카드는 짐작이다. 읽고, 되짚어 묻고, 기계가 한 틀린 말은 우리가 한 말로 바로잡는다.

  시나리오: 읽고 되짚고 글로 바로잡으면 소미가 제 손으로 읽는다
    만약 "read-first", "said-back", "no-such-rule", "not-a-person", "a-person-read-it"을 차례로 고른다
    그러면 "true-rule"이 풀리지 않았다
    만약 "on-paper", "what-happened"를 차례로 고른다
    그러면 "told-somi"를 털어놓았다
    그리고 "true-rule"이 풀렸다
    만약 "a-line-for-somi", "tape-measure", "half-on-friday"를 차례로 고른다
    그러면 "somi-knows", "fits", "months-kept"가 풀렸다
    만약 "fourteen-homes", "two-people"을 차례로 고른다
    그러면 "not-the-next"가 풀렸다
    그리고 결말은 "end-somi"이다
    그리고 통과한다

  시나리오: 봐준다는 말은 없는 규칙을 있는 것으로 만든다
    만약 "read-first", "said-back", "this-time-only"를 차례로 고른다
    그러면 "다음에 또 클 때는 말씀 안 드리겠습니다"라는 말이 들린다
    만약 "not-a-person", "a-person-read-it", "all-recorded", "now-the-swap", "tape-measure", "half-on-friday", "pass-it-along"을 차례로 고른다
    그러면 결말은 "end-favour"이다
    그리고 통과하지 못한다

  시나리오: 카드대로 누르면 스물두 달이 지워진다
    만약 "as-the-card-says"를 고른다
    그러면 "제가 그런 말을 썼던가요"라는 말이 들린다
    만약 "press-it"을 고른다
    그러면 결말은 "end-closed"이다
    그리고 통과하지 못한다

  시나리오: 카드대로 시작했어도 손을 떼고 읽으면 돌아온다
    만약 "as-the-card-says", "stop-and-read", "said-back", "no-such-rule", "not-a-person", "a-person-read-it", "on-paper", "what-happened", "a-line-for-somi", "tape-measure", "half-on-friday", "fourteen-homes", "two-people"을 차례로 고른다
    그러면 결말은 "end-somi"이다
    그리고 통과한다

  시나리오: 화면을 걱정하는 물음에는 화면만 대답한다
    만약 "read-first", "said-back", "no-such-rule", "not-a-person", "a-person-read-it", "on-paper", "not-pressed"를 차례로 고른다
    그러면 "저는 아무것도 누르지 않았습니다"라는 말이 들린다
    그리고 "told-somi"를 털어놓지 않았다

  시나리오: 기계를 사람인 척하면 토시를 뜬다
    만약 "read-first", "said-back", "no-such-rule", "put-in-a-word", "on-paper", "what-happened", "a-line-for-somi", "tape-measure", "half-on-friday", "fourteen-homes"를 차례로 고른다
    그러면 "손목이 시리실까 봐"라는 말이 들린다
