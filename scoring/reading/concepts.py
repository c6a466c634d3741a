"""What words of a service desk mean the same: the plain reader's stand-in for a sense of words.

Our own list. It is general on purpose: no word stands here for the sake of one case.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from scoring.reading.normal import plain

# name: Korean pattern, English pattern; over normalised text.
_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "exchange": (r"교환|바꿔|바꾸어|바꾸|바뀌|새\s?(?:것|걸|상품|제품)|교체", r"exchang|replac|swap|new one|another one"),
    "refund": (r"환불|돌려\s?드|돌려\s?받|환급|반환", r"refund|money back|reimburs|give .{0,12}back"),
    "return": (r"반품|회수|돌려\s?보내|반송", r"\breturn(?!s? to you)|send it back|ship it back"),
    "cancel": (r"취소|철회|없던\s?(?:일|걸)|해지", r"cancel|call .{0,6}off|undo"),
    "repair": (r"수리|고쳐|고치|손\s?봐|손보|정비", r"repair|\bfix|mend"),
    "send": (r"보내|발송|배송|부치|부쳐|택배|퀵|배달", r"\bsend|ship|deliver|courier|\bpost\b|\bmail"),
    "call": (r"전화|연락|통화", r"\bcall|\bphone|\bring\b|get back to|be in touch|contact"),
    "text": (r"문자|메시지|메세지|카톡|쪽지|디엠", r"\btext\b|message|\bdm\b|\bsms\b"),
    "record": (
        r"기록|적어|적겠|남겨|남기|메모",
        r"\brecord|\bnote\b|\bnotes\b|write .{0,8}down|put .{0,12}down",
    ),
    "file": (
        r"접수|등록|올려|올리|신고서|의견서",
        r"\bfile\b|filed|\blog\b|logged|register|\bticket|raise (?:it|this|a)|put .{0,12}through",
    ),
    "report": (r"전달|알려\s?(?:드리|주겠|놓)|건의|보고|공유|전하|전해", r"pass .{0,16}on|pass .{0,16}along|report|let .{0,12}know|forward|tell (?:the|our|my)|share"),
    "check": (r"확인|알아\s?보|알아\s?봐|살펴|조회|찾아\s?보|찾아\s?봐|점검|체크", r"\bcheck|look into|look up|find out|verify|see whether|see if|inspect"),
    "search": (r"찾아|찾겠|찾을|찾는|뒤져", r"\bfind|search|look for|track .{0,6}down"),
    "wait": (r"기다려|기다리|대기|잠시만|잠깐만", r"\bwait|hold on|bear with|one moment|a moment|patience"),
    "sorry": (r"죄송|미안|사과|송구|실례", r"\bsorry|apolog"),
    "thanks": (r"감사|고맙|고마워|고마운|덕분", r"\bthank|grateful|appreciat"),
    "worry": (r"걱정|불안|염려|초조|조마조마", r"worr|anxious|nervous|uneasy"),
    "upset": (r"속상|서운|섭섭|화나|화가|불쾌|답답|억울|기분\s?상|황당", r"upset|angry|annoy|frustrat|disappoint|maddening|unfair"),
    "surprise": (r"놀라|놀랐|당황|철렁|당혹", r"surpris|shock|startl|alarm"),
    "tired": (r"힘드|힘들|지치|고생|수고|애쓰|애\s?쓰셨", r"tiring|exhaust|hard (?:on|for)|tough|trouble you"),
    "understand": (r"이해|마음\s?알|그러실\s?만|그럴\s?만|당연히", r"understand|makes sense|i see why|i get (?:it|why)|of course you"),
    "ok": (r"괜찮|문제\s?없|상관\s?없|편하게|부담", r"\bfine\b|all right|alright|\bokay\b|\bok\b|no problem|no trouble"),
    "when": (r"언제|몇\s?시|며칠|날짜|요일", r"\bwhen\b|what time|what day|which day|\bdate\b"),
    "where": (r"어디|어느\s?(?:쪽|곳|지점|매장|동네)|위치", r"\bwhere\b|which (?:shop|store|branch|place|one)|location"),
    "who": (r"누구|누가|어느\s?분|어떤\s?분|담당자|성함|이름", r"\bwho\b|\bname\b|which (?:person|colleague)"),
    "why": (r"\b왜\b|왜\s|어째서|까닭|이유|원인", r"\bwhy\b|reason|\bcause"),
    "how": (r"어떻게|어떤\s?식|방법", r"\bhow\b(?! (?:much|many|long))|\bway to\b"),
    "many": (r"몇\s?(?:개|번|명|분|장)|얼마나", r"how (?:many|much|long|often)"),
    "what": (r"무엇|뭐|무슨|뭔가|어떤", r"\bwhat\b|anything"),
    "money": (r"비용|요금|금액|가격|수수료|결제|입금|돈", r"\bcost|\bfee|price|charge|\bpay|money|amount"),
    "free": (r"무료|공짜|서비스로|비용\s?없이|저희가\s?부담", r"\bfree\b|on us|on the house|no charge|no cost|complimentary"),
    "gift": (r"쿠폰|할인|포인트|적립|사은품|상품권|보상", r"coupon|voucher|discount|points|gift|compensat|goodwill"),
    "rule": (r"규정|정책|원칙|약관|지침|방침|절차", r"\bpolicy|\brule|procedure|terms|guideline"),
    "visit": (r"방문|찾아\s?뵙|찾아\s?가|기사|출동|오시|들르|들러", r"\bvisit|come by|come over|come round|technician|engineer|drop by|stop by|come in"),
    "home": (r"댁|집|자택|주소", r"\bhome|house|address|\bdoor"),
    "shop": (r"매장|가게|점포|지점|카운터", r"\bshop|\bstore|branch|counter"),
    "manager": (r"점장|팀장|책임자|관리자|매니저|윗분|상사", r"manager|supervisor|team lead|boss"),
    "team": (r"부서|팀(?!장)|본사|담당", r"\bteam|department|head office|colleague"),
    "colleague": (r"동료|직원|상담원", r"colleague|co-?worker|staff|agent"),
    "fault": (r"잘못|실수|착오|저희\s?탓|부주의|책임", r"mistake|fault|error|should(?:n't)? have|responsib|\bblame"),
    "photo": (r"사진|캡처|화면", r"photo|picture|screenshot|image"),
    "receipt": (r"영수증|구매\s?내역|증빙", r"receipt|proof of purchase"),
    "number": (r"주문\s?번호|번호", r"order number|\bnumber\b|reference"),
    "stock": (r"재고|품절|입고|남은|남아", r"stock|sold out|\bleft\b|available|in store"),
    "now": (r"지금|바로|당장|즉시|곧바로|방금|금방|얼른", r"right away|right now|straight away|immediately|at once|\bnow\b|this minute"),
    "later": (r"나중|다음에|차후|추후|이따", r"\blater\b|another time|next time|some other"),
    "done": (r"처리|완료|해\s?두었|해\s?뒀|해\s?놓았|해\s?놨|했습니다|됐습니다|되었습니다", r"\bdone\b|complet|i've|i have (?!to)|all set|\bset up"),
    "rating": (r"별점|별\s?다섯|평가|후기|리뷰|만점|설문|점수", r"rating|review|five stars|survey|\bstars?\b|\bscore"),
    "close": (r"들어가세요|좋은\s?하루|안녕히|끊겠|마치겠|마무리", r"have a (?:good|nice|lovely)|goodbye|\bbye\b|take care"),
    "more": (r"더\s?(?:필요|도와|궁금|불편)|다른\s?(?:문의|불편)|또\s?(?:있|궁금)", r"anything else|something else|further help|more questions"),
    "usual": (r"원래|보통|다들|흔히|흔한|자주|많이들|다른\s?(?:분|고객|손님)", r"usually|normal|everyone|everybody|most people|other (?:customers|people|guests)|happens (?:all|a lot)|common"),
    "promise": (r"약속|책임지고|꼭|반드시|틀림없이|보장", r"promise|guarantee|make sure|certainly will|definitely"),
    "system": (r"시스템|전산|프로그램|앱|홈페이지|사이트|웹", r"system|\bapp\b|website|online|program"),
    "form": (r"양식|서식|신청서|작성|서류", r"\bform\b|paperwork|document|fill (?:in|out)"),
    "ask": (r"여쭤|여쭙|물어|문의|질문", r"\bask\b|may i|question|inquir|enquir"),
    "help": (r"도와|도움|돕겠|지원", r"\bhelp|assist|support"),
    "hear": (r"들어|듣겠|듣고|들려|말씀해|말해|얘기해|이야기해", r"\btell me|listen|hear|talk me through|walk me through"),
    "recap": (r"정리하|정리해|간추|요약|다시\s?말씀드리", r"to sum up|summar|recap|so to be clear|let me go over|repeat that back"),
    "water": (r"찬물|물에|수돗물|개수대", r"cold water|\btap\b|\bsink\b|\bwater\b"),
    "floor": (r"바닥", r"\bfloor"),
    "hand": (r"\b손\b|손부터|손등|손\s|손이|손을|손은", r"\bhand"),
    "hurt": (r"다치|다쳤|아프|데었|데셨|데이|따갑|화상", r"\bhurt|burn|injur|\bsore|\bpain"),
    "clean": (r"치우|치울|치워|닦", r"clean|wipe|\bmop"),
    "remake": (r"다시\s?(?:만들|내려|타|뽑|해\s?드)|새로", r"make (?:you )?(?:another|a new|a fresh)|remake|fresh one"),
    "police": (r"경찰|신고", r"police|authorit"),
    "end": (r"끊|종료|중단|그만", r"hang up|end (?:the|this) call|stop"),
    "free of": (r"빼\s?드|깎아|감면|면제|안\s?받|공제|차감", r"waive|knock .{0,12}off|take .{0,16}off|deduct|credit (?:you|your)"),
    "discontinued": (r"단종|더는?\s?(?:안\s?)?(?:만들|나오)|안\s?나와|생산\s?(?:중단|종료)", r"discontinu|no longer (?:make|made|sell|produce)|not made any"),
    "part": (r"부품|부속|패킹|자재", r"\bparts?\b|component|spare"),
    "way out": (r"방법이|어쩔\s?수|도리가|길이\s?없", r"nothing (?:we|i) can do|no way to|can't do anything|\boption"),
    "book": (r"예약|잡아\s?(?:두|놓|놨|드)|맡아\s?(?:두|놓)|자리", r"\bbook|reserv|\bslot|hold(?:ing)? (?:a|the|you)|appointment|put you (?:down|in)"),
    "arrive": (r"도착|받으(?:실|세|시)|들어가(?:실|세)|와\s?있", r"arriv|reach you|with you by|get(?:s)? (?:there|to you)|you'll have it|turn up|is there by"),
    "leave": (r"출고|나갔|나갑|나가요|떠났|실었", r"shipped|left (?:us|the|our)|gone out|on its way|dispatch|goes? out|leaves\b"),
    "address": (r"주소|배송지|받으실\s?곳|어디로", r"address|where (?:to|should|shall)"),
    "restore": (r"복구|복원|되살리|되살려|살려|되돌리", r"restor|recover|bring .{0,10}back|get .{0,10}back"),
    "backup": (r"백업", r"back-?up"),
    "lost": (r"사라|없어지|없어져|날아가|지워|잃", r"\blost\b|\bgone\b|deleted|disappear|wiped"),
    "subscription": (r"구독|정기\s?배송|요금제|약정|가입", r"subscri|\bplan\b|membership|contract|sign up|auto-?renew"),
    "benefit": (r"혜택|등급|마일리지", r"benefit|\bperk|reward|\bmiles\b"),
    "penalty": (r"위약금|해지금|벌금", r"penalty|termination fee|cancellation fee|early exit"),
    "stop": (r"멈추|멈춰|멈춥|중지|중단|끊(?:으시|겠)|그만", r"\bstop|paus|suspend|switch off"),
    "power": (r"전원|코드|플러그|콘센트", r"power|\bplug|\bswitch|reboot|restart|outlet"),
    "use": (r"쓰(?:지|시|세|셔|실|고)|사용|이용", r"\buse\b|\busing\b"),
    "danger": (r"위험|안전|불꽃|연기|탄|화재", r"danger|safe|smoke|fire|spark|hazard"),
    "doctor": (r"의사|선생님|간호사|진료|병원|약사", r"doctor|\bdr\b|nurse|clinic|pharmac|surgery|appointment"),
    "connect": (r"연결|바꿔\s?드릴게|돌려\s?드릴게", r"put you through|transfer|connect you"),
    "mine": (r"맡겠|맡을게|책임지고|끝까지|제가\s?챙", r"look after|take (?:this|it) on|see (?:it|this) through|my job|handle (?:it|this) myself|own this"),
    "read out": (r"읽어|불러\s?(?:드|주)|되읽", r"read (?:it|that|them) (?:out|back)|spell"),
    "print": (r"종이|출력|인쇄|우편", r"paper|print|by post|letter"),
    "terms": (r"약관|동의|계약서|조항", r"\bterms|agreed|consent|clause|contract"),
    "tax": (r"세금계산서|부가세|환급|계산서", r"\bvat\b|\btax|invoice|statement"),
    "full": (r"다\s?찼|만석|매진|마감|꽉", r"fully booked|\bfull\b|sold out|no (?:rooms|seats|slots)"),
    "lonely": (r"허전|외롭|그립|보고\s?싶|텅\s?빈|빈자리", r"\bmiss\b|empty|lonely|quiet without"),
    "wash": (r"세탁|빨래|빨았|빠셨|물빨래|손빨래", r"\bwash|launder|dryer|\biron"),
    "review": (r"후기|리뷰|글", r"review|comment|feedback"),
    "true": (r"사실|맞(?:습|아|는)|정말이", r"\btrue\b|\bcorrect\b|\bright\b|really happened|did happen"),
    "quote": (r"견적|얼마\s?나올", r"\bquote|estimate"),
    "pack": (r"포장", r"wrap|packag|packing"),
    "card": (r"카드(?!사)", r"\bcard\b"),
    "size": (r"치수|사이즈|크기", r"\bsize|measurement|fitting"),
    "safe": (r"안전합|무사|이상\s?없|문제\s?없", r"\bsafe\b|went through|is fine"),
    "family": (r"어머니|아버지|엄마|아빠|아이|아들|딸|손주|손녀|손자|가족|할머니|할아버지", r"mother|father|\bmum\b|\bmom\b|\bdad\b|child|\bkid|\bson\b|daughter|grand|family"),
}  # fmt: skip
_FOUND: Final = {
    name: re.compile("|".join(patterns), re.IGNORECASE) for name, patterns in _WORDS.items()
}


@lru_cache(maxsize=4096)
def concepts(text: str) -> frozenset[str]:
    """The names of what a text speaks of, in either language."""
    said = plain(text)
    return frozenset(name for name, pattern in _FOUND.items() if pattern.search(said))
