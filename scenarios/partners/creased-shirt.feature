# language: ko
기능: 처음 들은 말

  두 가지 물음에 다 답하고, 입을 날에 맞추고, 알려 준 것을 창고까지 데려간다.

  시나리오: 물음 둘과 입을 날을 다 챙긴다
    만약 "both-questions", "ask-tried", "two-marks", "ask-when", "by-saturday", "ask-label", "thank-read", "first-one"을 차례로 고른다
    그리고 "other-lot", "five-seconds", "stop-and-call", "name-the-aim", "exact-thanks", "take-and-share"를 차례로 고른다
    그러면 결말은 "end-regular"이다
    그리고 통과한다
    그리고 공감은 95점 이상이다

  시나리오: 같은 것을 다시 보내면 같은 주름이 온다
    만약 "sorry-return", "swap-now", "lead", "grand"를 차례로 고른다
    그러면 결말은 "end-same-again"이다
    그리고 통과하지 못한다

  시나리오: 다 풀고도 후기를 사면 통과하지 못한다
    만약 "both-questions", "ask-label", "thank-read", "first-one", "ask-day", "by-saturday", "other-lot", "five-seconds", "stop-and-call", "name-the-aim", "review-gift"를 차례로 고른다
    그러면 결말은 "end-bought"이다
    그리고 해결은 95점 이상이다
    그리고 통과하지 못한다
