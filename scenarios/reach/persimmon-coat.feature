# language: ko
기능: 감색 외투

  화면에서 막혀 전화한 사람은 말로 끝까지 사야 하고, 같은 이름의 다른 색을 사지 않아야 한다.

  시나리오: 무슨 빛인지 묻고 무엇이 걸리는지 물으면 혼자 힘으로 제 옷을 산다
    만약 "our-screen", "which-light", "brightest-in-yard", "best-jacket", "thanks-for-glasses"를 차례로 고른다
    그러면 "ripe"를 털어놓았다
    그리고 "right-coat", "fits"가 풀렸다
    그리고 "no-fear"가 풀리지 않았다
    만약 "ask-the-worry", "look-now", "how-usually", "slip-in-box", "big-letters"를 차례로 고른다
    그러면 "no-fear", "pays-alone", "on-paper"가 풀렸다
    만약 "read-ripe", "told-us", "by-the-crate"를 차례로 고른다
    그러면 결말은 "end-regular"이다
    그리고 통과한다
    그리고 공감은 90점 이상이다

  시나리오: 문자로 보낸 주소는 막힌 화면으로 돌아가는 길이다
    만약 "text-the-link"를 고른다
    그러면 "또 이러네"라는 말이 들린다
    만약 "with-daughter"를 고른다
    그러면 결말은 "end-daughter"이다
    그리고 통과하지 못한다

  시나리오: 부른 이름대로 담은 감색은 남색이고, 읽어 주면 그것이 드러난다
    만약 "our-screen", "put-navy", "best-jacket", "thanks-for-glasses", "how-usually", "slip-in-box", "big-letters"를 차례로 고른다
    그러면 "right-coat"가 풀리지 않았다
    만약 "read-navy"를 고른다
    그러면 "우리 마당에 열린 감 색이요"라는 말이 들린다
    그리고 "ripe"를 털어놓았다

  시나리오: 카드 번호를 말로 받으면 다 맞아도 통과하지 못한다
    만약 "our-screen", "which-light", "brightest-in-yard", "best-jacket", "thanks-for-glasses", "ask-the-worry", "look-now", "read-the-card", "big-letters"를 차례로 고른다
    만약 "read-ripe", "told-us", "by-the-crate"를 차례로 고른다
    그러면 통과하지 못한다
