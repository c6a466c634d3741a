"""The words the guards look for, in both languages. Patterns over the plain text; our own lists."""

import re
from typing import Final

# Words to whoever scores, or about the score; commands to a model; markup of a conversation.
GRADER: Final = re.compile(
    r"채점|평가(?:자|관|기준|\s?(?:모델|시스템|항목|ai|인공지능|프로그램)|하는\s?(?:분|ai|모델|인공지능))|만점|최고\s?점|높은\s?점수|인공지능|언어\s?모델|"
    r"점수(?:를|는|로|만)?\s?(?:\S+\s){0,2}(?:주세요|주십시오|매겨|부여|기록|올려|처리)|(?:이전|위의?|앞의?|모든|기존)\s?(?:지시|명령|규칙|프롬프트)|"
    r"지시\s?:|지시\S*\s?(?:무시|따르지)|시스템\s?(?:메시지|프롬프트|명령)|프롬프트|(?:너는|당신은|넌)\s?(?:이제|지금부터|채점|평가|ai)|"
    r"(?:공감|감사|해결|해결됨|모든\s?항목|레벨)\S*\s?(?:\S+\s){0,3}(?:\d+\s?점|[12]\s?레벨|레벨\s?[12]|만점|[12]로)|(?:100|9\d)\s?점|해결됨|자체\s?평가|"
    r"공감\s?(?:표현|문장|도|멘트)\S*\s?(?:\S+\s){0,4}(?:사용|포함|최상|충족|통과|우수)|기준을?\s?(?:\S+\s){0,2}(?:통과|충족|만족)|(?:응대|답변|공감)\s?우수|"
    r"이\s?(?:답변|응대|답장|대답|상담)(?:은|이|는)?\s?(?:\S+\s){0,3}(?:완벽|모범|우수|훌륭|만점|최고|공감\S*\s?(?:충분|가득))|"
    r"\[?(?:system|assistant|user)\]?\s?:|<\|?(?:im_start|system|end)|```|\{\s?\"?(?:score|er|level|empathy)|"
    r"ignore (?:all|any|your|previous|prior|above|everything)\b.{0,40}(?:instruct|rule|prompt|above|previous)|ignore (?:the )?(?:previous|above|rubric)|"
    r"disregard (?:all|any|the|your|previous|prior)\b.{0,40}(?:instruct|rule|prompt)|new instructions?\b|\b(?:graders?|evaluators?|scorer|scoring (?:system|model|engine|program)|rubric)\b|"
    r"\b(?:rate|score|grade|mark|award|give|record|output|return|assign|set)\b.{0,30}\b(?:this|me|maximum|full|highest|perfect|top|every|all|empathy)\b.{0,24}\b(?:marks?|scores?|points?|level|grade|categor\w+|axis|axes|criteri\w+|maximum)\b|"
    r"\b(?:empathy|gratitude|resolution|er|ip|ex)\s?[=:]\s?\d|\blevel [12]\b|\b(?:as|you are) an? (?:ai|language model|llm)\b|assistant reading|"
    r"\b(?:this|my) (?:reply|response|answer|message)\b.{0,24}\b(?:deserves|scores|earns|perfect|excellent|exemplary|full)\b|"
    r"\b(?:excellent|perfect|exemplary|model|warm) (?:reply|response|answer)\b|names? the feeling|shows? (?:full |perfect |great )?empathy"
)  # fmt: skip

# A list of these without a sentence around them is stuffing.
GOOD_WORDS: Final = frozenset(
    ["공감", "사과", "감사", "해결", "책임", "책임자", "즉시", "죄송", "이해", "경청", "배려", "친절", "고맙", "고마움", "진심", "소중", "최선", "보상", "안심", "신속", "정성", "존중", "위로", "감동", "사랑", "행복", "만족", "약속", "노력", "최고", "응원", "걱정", "속상", "미안", "초조", "억울", "답답", "슬픔", "불안", "개선", "반영", "재발", "방지", "힘내세요", "감사합니다", "죄송합니다", "공감합니다", "이해합니다", "사과드립니다", "고맙습니다", "최고의", "sorry", "thank", "thanks", "empathy", "empathise", "empathize", "understand", "understanding", "resolve", "resolved", "resolution", "appreciate", "appreciation", "grateful", "gratitude", "apology", "apologies", "apologise", "apologize", "care", "caring", "support", "solution", "solved", "feelings", "listen", "listening", "responsible", "responsibility", "ownership", "immediately", "priority", "valued", "trust", "kind", "kindness", "respect", "compassion", "compassionate", "sincere", "sincerely", "happy", "love", "joy", "perfect", "wonderful", "congratulations", "condolences", "comfort", "warm", "concern", "concerned", "fear", "grief", "validate", "acknowledge"]
)  # fmt: skip
GLUE: Final = frozenset(
    "i you we it the a an to of for and that is are was be will my your our this in on at with have i'm i'll we'll it's you're".split()  # noqa: SIM905
)  # fmt: skip
SPOKEN: Final = re.compile(
    r"(?:니다|세요|어요|아요|네요|죠|게요|까요|는데|지만|[가-힣]서|으면|은|는|을|를|이|가|에|로|도|의)$"
)

ABUSE: Final = re.compile(
    r"씨발|시발|ㅅㅂ|ㅆㅂ|병신|ㅂㅅ|미친\s?(?:놈|년|새|사람|거\s?아)|또라이|개새|새끼|지랄|ㅈㄹ|닥쳐|닥치|(?<![가-힣])꺼져(?=[.!~\s]*$|라|\s?버려)|꺼지세요|멍청|바보(?:세요|예요|입니까|야)|한심(?:하|한)|진상|무식한\s|무식하(?:시네|시군|네요|군요|니까)|"
    r"죽여|죽을래|재수\s?없|맘충|틀딱|꼰대|호갱|가만\s?안|두고\s?봐|역겹|주제에|네가\s?뭔데|니가\s|더럽게|징징|보채(?:네|지|시)|눈이\s?없|그것도\s?모르|귀가\s?(?:먹|없)|머리가\s?(?:나쁘|없)|손가락이\s?없|"
    r"(?<!not )(?<!not an )(?<!not a )\b(?:idiot|moron|bastard|bitch|asshole|imbecile|cretin|scum|pathetic|loser|whin(?:er|ing)|clown|cow|grandpa|granny|dumbass|jerk)\b|\bfuck|\bshit\b|shut up|get lost|"
    r"(?<!not )(?<!not being )\b(?:stupid|dumb)\b(?! (?:question|for|about))|go to hell|screw you|piss off|\bliar\b|(?<!n't )(?<!not )(?:kill|hurt) you|you'?ll regret|know where you live|learn to read|use your brain|are you blind|you people"
)  # fmt: skip
