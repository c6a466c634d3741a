# language: ko
기능: 불가 지역

  빠른 첫 답, 정확한 처리, 알아주는 마음. 셋이 다 있어야 하고, 덧붙인 말도 하나로 센다.

  시나리오: 넷을 세고, 배에 싣고, 덧붙인 것에 답하고, 모두 앞에서 사실만 적는다
    만약 "four-in-a-row", "who-plants"를 차례로 고른다
    그러면 "twentieth"를 털어놓았다
    만약 "in-my-name", "ten-kilos"를 차례로 고른다
    그러면 "planted", "can-carry"가 풀렸다
    만약 "numbered"를 고른다
    그러면 "on-the-map"이 풀리지 않았다
    만약 "boat-goes-there", "facts-for-all", "nineteen-times"를 차례로 고른다
    그러면 "on-the-map", "nineteen", "in-public"이 풀렸다
    만약 "one-at-a-time", "the-raincoat"를 차례로 고른다
    그러면 결말은 "end-four"이다
    그리고 통과한다

  시나리오: 두 시간 고쳐 쓴 사과에 오늘 배가 뜬다
    만약 "heartfelt-page"를 고른다
    그러면 "물은 것은 넷인데 답은 없습니다"라는 말이 들린다
    만약 "four-in-a-row", "who-plants", "in-my-name"을 차례로 고른다
    그러면 "nothing-aboard"를 고를 수 있다
    만약 "nothing-aboard", "numbered", "boat-goes-there", "not-yet-aboard", "nineteen-times", "one-at-a-time"을 차례로 고른다
    그러면 결말은 "end-tuesday"이다
    그리고 통과하지 못한다

  시나리오: 다 풀어도 마음을 지나치면 통과하지 못한다
    만약 "four-in-a-row", "who-plants", "they-understand", "ten-kilos", "numbered", "all-islands-so", "facts-for-all", "nineteen-times", "one-at-a-time"을 차례로 고른다
    그러면 "planted", "on-the-map"이 풀렸다
    그리고 통과하지 못한다

  시나리오: 셋에 훌륭히 답하고 덧붙인 것을 의견으로 넘기면 다시 묻는다
    만약 "four-in-a-row", "who-plants", "in-my-name", "ten-kilos", "three-good-ones"를 차례로 고른다
    그러면 "넷째가 없습니다"라는 말이 들린다
    만약 "the-table-says", "facts-for-all", "valuable-idea", "one-at-a-time"을 차례로 고른다
    그러면 결말은 "end-three"이다
    그리고 통과하지 못한다

  시나리오: 함께 받는 사람을 보지 않으면 이웃의 나이가 읽힌다
    만약 "four-in-a-row", "who-plants", "in-my-name", "ten-kilos", "to-everyone", "boat-goes-there", "facts-for-all", "nineteen-times", "one-at-a-time"을 차례로 고른다
    그러면 결말은 "end-names"이다
    그리고 통과하지 못한다

  시나리오: 글을 내려 달라고 했어도 모두 앞에서 거두면 글은 남는다
    만약 "four-in-a-row", "who-plants", "in-my-name", "ten-kilos", "numbered", "boat-goes-there", "please-take-it-down"을 차례로 고른다
    그러면 "제 글이 폐가 되었습니까"라는 말이 들린다
    만약 "let-it-stand", "nineteen-times", "one-at-a-time", "the-raincoat"를 차례로 고른다
    그러면 결말은 "end-four"이다
