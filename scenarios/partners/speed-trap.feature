# language: ko
기능: 4분

  서두른 통화는 두 번이 된다. 원인을 찾고, 되는 것을 함께 지켜보고, 안 될 때의 길까지 쥐여 준다.

  시나리오: 원인을 찾고 십 분을 함께 지켜본다
    만약 "aim-first", "ask-exam", "heard-that", "ask-when", "ask-lights", "ask-since", "name-it", "here"를 차례로 고른다
    그리고 "look-at-lamp", "same-shape", "plan", "name-the-aim", "thanks-for-time", "receive"를 차례로 고른다
    그러면 결말은 "end-regular"이다
    그리고 통과한다
    그리고 공감은 90점 이상이다

  시나리오: 껐다 켜고 장담하면 시험 도중에 끊긴다
    만약 "remote-reset", "promise", "once-more", "clean-signal", "month-free"를 차례로 고른다
    그러면 결말은 "end-lost"이다
    그리고 해결은 1점 아래이다
    그리고 통과하지 못한다

  시나리오: 처음에 서둘렀어도 두 번째에 제대로 하면 늦게나마 풀린다
    만약 "remote-reset", "wrap-up", "own-it", "ask-exam", "heard-that", "ask-lights", "ask-since", "name-it", "here", "look-at-lamp", "same-shape", "plan", "name-the-aim", "thanks-for-time", "receive"를 차례로 고른다
    그러면 결말은 "end-late"이다
    그리고 해결은 95점 이상이다
