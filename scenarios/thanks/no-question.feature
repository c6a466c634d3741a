# language: ko
기능: 물음표 없는 글

  묻지 않는 글도 읽고 답해야 하며, 적지 않은 것은 아무도 보지 않는 데서 물어야 한다.

  시나리오: 서른 번까지 읽고 쪽지로 물으면 네 번째 글이 온다
    만약 "all-thirty-turns"를 고른다
    그러면 "knows-read"가 풀렸다
    그리고 "closed"를 털어놓았다
    만약 "bare-hand-day", "not-a-fuss", "wound-one-here", "by-the-sixteenth"를 차례로 고른다
    그러면 "burn"을 털어놓았다
    그리고 "raised", "raised-whole", "passed-round", "knows-when"이 풀렸다
    만약 "carried-down"을 고른다
    그러면 결말은 "end-fourth-post"이다
    그리고 통과한다
    그리고 감사는 95점 이상이다

  시나리오: 문의사항이 없다고 닫으면 그 이름의 마지막 글이 된다
    만약 "nothing-asked"를 고른다
    그러면 "적지 않겠습니다"라는 말이 들린다
    만약 "glad-to-serve"를 고른다
    그러면 결말은 "end-last-post"이다
    그리고 통과하지 못한다

  시나리오: 누구나 보는 데서 다친 일을 물으면 괜찮다고 한다
    만약 "all-thirty-turns", "what-degree"를 차례로 고른다
    그러면 "지금은 실이 있습니다"라는 말이 들린다
    그리고 "burn"을 털어놓지 않았다

  시나리오: 닫은 글은 다시 열 수 있다
    만약 "nothing-asked", "opened-again", "bare-hand-day", "not-a-fuss", "wound-one-here", "by-the-sixteenth"를 차례로 고른다
    그러면 "knows-read", "raised-whole", "knows-when"이 풀렸다
