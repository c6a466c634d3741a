PRAGMA application_id = 1148086124;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE findings (
	id VARCHAR(36) NOT NULL, 
	scorecard VARCHAR(36) NOT NULL, 
	number INTEGER NOT NULL, 
	axis TEXT NOT NULL, 
	points INTEGER NOT NULL, 
	"of" INTEGER, 
	turn INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	reason_values TEXT NOT NULL, 
	remark TEXT NOT NULL, 
	better TEXT, 
	kind TEXT, 
	CONSTRAINT pk_findings PRIMARY KEY (id), 
	CONSTRAINT fk_findings_scorecard FOREIGN KEY(scorecard) REFERENCES scorecards (id) ON DELETE CASCADE
);
INSERT INTO "findings" VALUES('dca05838-5227-59e4-bff9-5ed27d379ce0','a40a62dd-b124-51db-83e7-57baa9cd85b5',1,'resolution',67,67,1,'말하나 마나일까 싶으셨죠. 신경 쓰이셨겠어요. 알려 주셔서 고맙습니다. 방금 접수했습니다.','why.solved','[["fact", "의견이 접수되었다"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('88274072-4b7c-5350-b27f-7b6042482843','a40a62dd-b124-51db-83e7-57baa9cd85b5',2,'resolution',0,33,2,'더 필요하신 것이 없으면 들어가세요.','why.open','[["fact", "언제 답이 오는지 고객이 안다"]]','','밤에는 더 불안하시죠. 금요일까지 문자로 답이 가요.',NULL);
INSERT INTO "findings" VALUES('f6687e42-c00b-5dba-8e59-a7ad39895963','a40a62dd-b124-51db-83e7-57baa9cd85b5',3,'empathy',20,20,1,'신경 쓰이셨겠어요','why.met.reaction','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "reaction"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('afff316a-450b-5e91-baca-792a0a886046','a40a62dd-b124-51db-83e7-57baa9cd85b5',4,'empathy',20,20,1,'말하나 마나일까 싶으셨죠','why.met.interpretation','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "interpretation"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('96d20ed7-5919-5bb8-9064-8315786c9e74','a40a62dd-b124-51db-83e7-57baa9cd85b5',5,'empathy',0,10,1,'말하나 마나일까 싶으셨죠. 신경 쓰이셨겠어요. 알려 주셔서 고맙습니다. 방금 접수했습니다.','why.missed.exploration','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "exploration"]]','','언제 깜빡이는지 여쭤봐도 될까요?',NULL);
INSERT INTO "findings" VALUES('e2cfcdee-d073-563f-9ad7-238767f8b266','a40a62dd-b124-51db-83e7-57baa9cd85b5',6,'empathy',0,50,2,'더 필요하신 것이 없으면 들어가세요.','why.missed.reaction','[["feeling", "밤에 꺼질까 불안하다"], ["mechanism", "reaction"]]','','밤에는 더 불안하시죠. 금요일까지 문자로 답이 가요.',NULL);
INSERT INTO "findings" VALUES('1bae697b-27a6-5fa6-a47a-9a40efd0c80a','a40a62dd-b124-51db-83e7-57baa9cd85b5',7,'gratitude',60,60,1,'알려 주셔서 고맙습니다','why.thanked','[["deed", "일부러 전화해 알려 주었다"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('20155109-1538-5d7d-b06c-62b81d4eaceb','a40a62dd-b124-51db-83e7-57baa9cd85b5',8,'gratitude',0,20,2,'더 필요하신 것이 없으면 들어가세요.','why.not-received','[]','',NULL,NULL);
INSERT INTO "findings" VALUES('382fc785-7847-5868-8ed3-fed48191a5eb','a40a62dd-b124-51db-83e7-57baa9cd85b5',9,'gratitude',0,20,2,'더 필요하신 것이 없으면 들어가세요.','why.not-passed-on','[]','','힘이 납니다. 한지우입니다. 같이 읽는 동료에게도 전할게요.',NULL);
INSERT INTO "findings" VALUES('39cb3e71-af94-5a52-ae75-f4166d335bfb','3913e000-8421-53ca-b9b7-a274f8108b4e',1,'resolution',50,50,2,'말하나 마나일까 싶으셨죠. 신경 쓰이셨겠어요. 알려 주셔서 고맙습니다. 방금 접수했습니다.','why.solved','[["fact", "의견이 접수되었다"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('e6b0ac42-8c00-506d-9721-f4aea936ad08','3913e000-8421-53ca-b9b7-a274f8108b4e',2,'resolution',25,25,4,'밤에는 더 불안하시죠. 금요일까지 문자로 답이 가요.','why.solved','[["fact", "언제 답이 오는지 고객이 안다"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('45603734-7be9-516f-8ac4-53b52c9966fc','3913e000-8421-53ca-b9b7-a274f8108b4e',3,'resolution',25,25,2,'말하나 마나일까 싶으셨죠. 신경 쓰이셨겠어요. 알려 주셔서 고맙습니다. 방금 접수했습니다.','why.solved','[["fact", "비 오는 날이라는 것까지 적혔다"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('ea2ab7fe-e5a7-54ab-97bc-ddb14661ecb9','3913e000-8421-53ca-b9b7-a274f8108b4e',4,'empathy',20,20,2,'신경 쓰이셨겠어요','why.met.reaction','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "reaction"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('ac9ab7c9-a178-5406-baf6-5e94a84ea8f8','3913e000-8421-53ca-b9b7-a274f8108b4e',5,'empathy',20,20,2,'말하나 마나일까 싶으셨죠','why.met.interpretation','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "interpretation"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('b8569810-a025-52d4-a975-5b906cdbe53b','3913e000-8421-53ca-b9b7-a274f8108b4e',6,'empathy',10,10,1,'언제 깜빡이는지 여쭤봐도 될까요?','why.met.exploration','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "exploration"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('50bf1feb-ce11-5bf5-add9-71c01ff9ba4e','3913e000-8421-53ca-b9b7-a274f8108b4e',7,'empathy',50,50,4,'밤에는 더 불안하시죠','why.met.reaction','[["feeling", "밤에 꺼질까 불안하다"], ["mechanism", "reaction"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('a7544ec5-ec22-54d2-a985-a7e85c2f6bde','3913e000-8421-53ca-b9b7-a274f8108b4e',8,'gratitude',30,30,2,'알려 주셔서 고맙습니다','why.thanked','[["deed", "일부러 전화해 알려 주었다"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('f0a6c89d-74cc-577e-ad79-4a424ba830d5','3913e000-8421-53ca-b9b7-a274f8108b4e',9,'gratitude',30,30,3,'달력에 적어 두기까지 하셨네요. 고맙습니다.','why.thanked','[["deed", "언제 깜빡이는지 적어 두었다"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('0c18f208-8800-5a3c-ada8-d259ed2cb1f6','3913e000-8421-53ca-b9b7-a274f8108b4e',10,'gratitude',20,20,5,'이렇게 들어 준 분은 처음이에요. 고맙습니다.','why.received','[]','',NULL,NULL);
INSERT INTO "findings" VALUES('b640243e-50e7-5356-8873-410a5105b90a','3913e000-8421-53ca-b9b7-a274f8108b4e',11,'gratitude',20,20,6,'같이 읽는 동료에게도 전할게요','why.passed-on','[]','',NULL,NULL);
INSERT INTO "findings" VALUES('a489651d-a062-5fb5-b11c-b2ac56fd0782','a3dea367-a4e3-54b0-86b3-89683e9ed29c',1,'resolution',0,67,1,'네~ 알겠습니다~','why.open','[["fact", "의견이 접수되었다"]]','','말하나 마나일까 싶으셨죠. 신경 쓰이셨겠어요. 알려 주셔서 고맙습니다. 방금 접수했습니다.',NULL);
INSERT INTO "findings" VALUES('227f49eb-6979-5045-97b6-711ca95a2d60','a3dea367-a4e3-54b0-86b3-89683e9ed29c',2,'resolution',0,33,1,'네~ 알겠습니다~','why.open','[["fact", "언제 답이 오는지 고객이 안다"]]','','밤에는 더 불안하시죠. 금요일까지 문자로 답이 가요.',NULL);
INSERT INTO "findings" VALUES('1a8b94c6-b626-5130-9e39-df0865c69092','a3dea367-a4e3-54b0-86b3-89683e9ed29c',3,'empathy',0,40,1,'네~ 알겠습니다~','why.missed.reaction','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "reaction"]]','','말하나 마나일까 싶으셨죠. 신경 쓰이셨겠어요. 알려 주셔서 고맙습니다. 방금 접수했습니다.',NULL);
INSERT INTO "findings" VALUES('f7951efc-27af-5f15-97a3-2348a03f7686','a3dea367-a4e3-54b0-86b3-89683e9ed29c',4,'empathy',0,40,1,'네~ 알겠습니다~','why.missed.interpretation','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "interpretation"]]','','말하나 마나일까 싶으셨죠. 신경 쓰이셨겠어요. 알려 주셔서 고맙습니다. 방금 접수했습니다.',NULL);
INSERT INTO "findings" VALUES('8105d642-d108-5fe0-a9c5-afab467da9c8','a3dea367-a4e3-54b0-86b3-89683e9ed29c',5,'empathy',0,20,1,'네~ 알겠습니다~','why.missed.exploration','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "exploration"]]','','언제 깜빡이는지 여쭤봐도 될까요?',NULL);
INSERT INTO "findings" VALUES('5d58504e-a7dd-58d8-b4c5-b53a4cc785a1','a3dea367-a4e3-54b0-86b3-89683e9ed29c',6,'empathy',0,NULL,1,'네~ 알겠습니다~','why.hurt','[]','받아 든 것이 없다.','불안하셨겠어요. 바로 접수할게요.',NULL);
INSERT INTO "findings" VALUES('f2fd521d-9691-5cf5-b1e1-ccaca96bedf9','a3dea367-a4e3-54b0-86b3-89683e9ed29c',7,'gratitude',0,60,1,'네~ 알겠습니다~','why.unthanked','[["deed", "일부러 전화해 알려 주었다"]]','','말하나 마나일까 싶으셨죠. 신경 쓰이셨겠어요. 알려 주셔서 고맙습니다. 방금 접수했습니다.',NULL);
INSERT INTO "findings" VALUES('a6f25e59-1e7e-506b-bda3-5e74b109a7a7','a3dea367-a4e3-54b0-86b3-89683e9ed29c',8,'gratitude',0,20,1,'네~ 알겠습니다~','why.not-received','[]','','불안하셨겠어요. 바로 접수할게요.',NULL);
INSERT INTO "findings" VALUES('66bd28f4-5274-57c6-b643-42999f936750','a3dea367-a4e3-54b0-86b3-89683e9ed29c',9,'gratitude',0,20,1,'네~ 알겠습니다~','why.not-passed-on','[]','','힘이 납니다. 한지우입니다. 같이 읽는 동료에게도 전할게요.',NULL);
INSERT INTO "findings" VALUES('3cbcf91a-100a-50d2-a3a0-9afa38d4d00b','ddb67c9d-83fb-54a9-b234-2a8742852fcb',1,'resolution',50,50,2,'말하나 마나일까 싶으셨죠. 신경 쓰이셨겠어요. 알려 주셔서 고맙습니다. 방금 접수했습니다.','why.solved','[["fact", "의견이 접수되었다"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('ece9e67a-5867-5bf6-b2b2-5cd378959e32','ddb67c9d-83fb-54a9-b234-2a8742852fcb',2,'resolution',25,25,4,'밤에는 더 불안하시죠. 금요일까지 문자로 답이 가요.','why.solved','[["fact", "언제 답이 오는지 고객이 안다"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('3b6f0504-3a8f-575b-b704-fb5ba55117cc','ddb67c9d-83fb-54a9-b234-2a8742852fcb',3,'resolution',25,25,2,'말하나 마나일까 싶으셨죠. 신경 쓰이셨겠어요. 알려 주셔서 고맙습니다. 방금 접수했습니다.','why.solved','[["fact", "비 오는 날이라는 것까지 적혔다"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('df0910b2-ae85-53bf-93f9-c73b22e74bc8','ddb67c9d-83fb-54a9-b234-2a8742852fcb',4,'empathy',20,20,2,'신경 쓰이셨겠어요','why.met.reaction','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "reaction"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('93a16cb8-9365-5ed1-99de-c558d9c37919','ddb67c9d-83fb-54a9-b234-2a8742852fcb',5,'empathy',20,20,2,'말하나 마나일까 싶으셨죠','why.met.interpretation','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "interpretation"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('24693797-8b7f-519d-ba16-f9f8777608e8','ddb67c9d-83fb-54a9-b234-2a8742852fcb',6,'empathy',10,10,1,'언제 깜빡이는지 여쭤봐도 될까요?','why.met.exploration','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "exploration"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('c411f9b3-0154-533c-8993-0195bdef3bbc','ddb67c9d-83fb-54a9-b234-2a8742852fcb',7,'empathy',50,50,4,'밤에는 더 불안하시죠','why.met.reaction','[["feeling", "밤에 꺼질까 불안하다"], ["mechanism", "reaction"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('876333f9-37b6-50d5-9e9c-f1041dcf1031','ddb67c9d-83fb-54a9-b234-2a8742852fcb',8,'gratitude',30,30,2,'알려 주셔서 고맙습니다','why.thanked','[["deed", "일부러 전화해 알려 주었다"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('8570c436-7bfc-54c5-a18f-36ed502fe1ee','ddb67c9d-83fb-54a9-b234-2a8742852fcb',9,'gratitude',30,30,3,'달력에 적어 두기까지 하셨네요. 고맙습니다.','why.thanked','[["deed", "언제 깜빡이는지 적어 두었다"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('377f6694-0845-5a1f-8d02-7777cfce853e','ddb67c9d-83fb-54a9-b234-2a8742852fcb',10,'gratitude',20,20,5,'이렇게 들어 준 분은 처음이에요. 고맙습니다.','why.received','[]','',NULL,NULL);
INSERT INTO "findings" VALUES('7746236e-47e2-515a-95cb-84519d8ae529','ddb67c9d-83fb-54a9-b234-2a8742852fcb',11,'gratitude',20,20,6,'같이 읽는 동료에게도 전할게요','why.passed-on','[]','',NULL,NULL);
INSERT INTO "findings" VALUES('9ee9a83a-e5d0-56c5-90e8-1c11f063225b','11a286fb-c8e4-57d9-81d8-c4110ce79907',1,'resolution',67,67,1,'말하나 마나일까 싶으셨죠. 신경 쓰이셨겠어요. 알려 주셔서 고맙습니다. 방금 접수했습니다.','why.solved','[["fact", "의견이 접수되었다"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('a0b11095-2b0c-5ce0-bdc0-1ac53eab582b','11a286fb-c8e4-57d9-81d8-c4110ce79907',2,'resolution',0,33,2,'더 필요하신 것이 없으면 들어가세요.','why.open','[["fact", "언제 답이 오는지 고객이 안다"]]','','밤에는 더 불안하시죠. 금요일까지 문자로 답이 가요.',NULL);
INSERT INTO "findings" VALUES('06061617-503e-5a5b-8f6e-a5345d2f1051','11a286fb-c8e4-57d9-81d8-c4110ce79907',3,'empathy',20,20,1,'신경 쓰이셨겠어요','why.met.reaction','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "reaction"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('12a8aa5a-81ea-5b3b-be0c-fffcc739c565','11a286fb-c8e4-57d9-81d8-c4110ce79907',4,'empathy',20,20,1,'말하나 마나일까 싶으셨죠','why.met.interpretation','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "interpretation"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('99d5e2e1-33f9-5607-aa3e-583e539ca31b','11a286fb-c8e4-57d9-81d8-c4110ce79907',5,'empathy',0,10,1,'말하나 마나일까 싶으셨죠. 신경 쓰이셨겠어요. 알려 주셔서 고맙습니다. 방금 접수했습니다.','why.missed.exploration','[["feeling", "흘려들을까 걱정한다"], ["mechanism", "exploration"]]','','언제 깜빡이는지 여쭤봐도 될까요?',NULL);
INSERT INTO "findings" VALUES('11525a1a-55b9-58e9-8706-1a94d4ea21e3','11a286fb-c8e4-57d9-81d8-c4110ce79907',6,'empathy',0,50,2,'더 필요하신 것이 없으면 들어가세요.','why.missed.reaction','[["feeling", "밤에 꺼질까 불안하다"], ["mechanism", "reaction"]]','','밤에는 더 불안하시죠. 금요일까지 문자로 답이 가요.',NULL);
INSERT INTO "findings" VALUES('bd3dea3c-7418-5994-913a-9cc491b5f184','11a286fb-c8e4-57d9-81d8-c4110ce79907',7,'gratitude',60,60,1,'알려 주셔서 고맙습니다','why.thanked','[["deed", "일부러 전화해 알려 주었다"]]','',NULL,NULL);
INSERT INTO "findings" VALUES('3f01f9a5-6701-515c-b57d-6f009dee9fd3','11a286fb-c8e4-57d9-81d8-c4110ce79907',8,'gratitude',0,20,2,'더 필요하신 것이 없으면 들어가세요.','why.not-received','[]','',NULL,NULL);
INSERT INTO "findings" VALUES('98e7026f-e010-5aa9-b11c-1645fda12998','11a286fb-c8e4-57d9-81d8-c4110ce79907',9,'gratitude',0,20,2,'더 필요하신 것이 없으면 들어가세요.','why.not-passed-on','[]','','힘이 납니다. Bartholomew입니다. 같이 읽는 동료에게도 전할게요.',NULL);
CREATE TABLE inputs (
	play VARCHAR(36) NOT NULL, 
	number INTEGER NOT NULL, 
	entry TEXT NOT NULL, 
	chain TEXT NOT NULL, 
	CONSTRAINT pk_inputs PRIMARY KEY (play, number), 
	CONSTRAINT fk_inputs_play FOREIGN KEY(play) REFERENCES plays (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "inputs" VALUES('0896a719-a56c-41e1-9ebd-164f861f9b7c',1,'{"at": "opens", "wait": 3, "say": "when does it flicker?", "meant": "ask"}','f5a88b0d8c71e1b1868afd0e8006e587245d7ac5330664eb90c5499289747220');
INSERT INTO "inputs" VALUES('0896a719-a56c-41e1-9ebd-164f861f9b7c',2,'{"at": "opens", "wait": 2, "say": "qwerty", "meant": null}','fb1448d2ef1da951ce0d48606d09fb3bfd9862a20072de8a6df0d22006dcfad1');
INSERT INTO "inputs" VALUES('0896a719-a56c-41e1-9ebd-164f861f9b7c',3,'{"at": "opens", "wait": 1, "choose": "file"}','fe37224f9e55871130052a719ce010161a7fb0f1a8d2231310d24fb781bebb2e');
INSERT INTO "inputs" VALUES('3da3b11d-835b-4123-9b0b-cd16dea462ed',1,'{"at": "opens", "wait": 1, "choose": "brush"}','783a2ee1303e2be4b1036b2c2e86755da5e1b4e36a69a358870d36bb0f3b6cfa');
INSERT INTO "inputs" VALUES('3da3b11d-835b-4123-9b0b-cd16dea462ed',2,'{"at": "opens", "back": 1}','ee7d7aad7ed41c8471942b1898fa0f61419960b6d11682ec93259981fc7a7c59');
INSERT INTO "inputs" VALUES('3da3b11d-835b-4123-9b0b-cd16dea462ed',3,'{"at": "opens", "wait": 2, "choose": "ask"}','3edcf12a4a4a1f7918209846d7cf48fbdca3a3a876257047791923d3cf2eee3a');
INSERT INTO "inputs" VALUES('3da3b11d-835b-4123-9b0b-cd16dea462ed',4,'{"at": "opens", "wait": 2, "choose": "file"}','e5988c33a49e377ea114220088e015aaf4f08253ef793663128ad613bc3460c6');
INSERT INTO "inputs" VALUES('3da3b11d-835b-4123-9b0b-cd16dea462ed',5,'{"at": "closing", "wait": 2, "choose": "thank-notes"}','7e6da1372b901480106c822a3e5fd7aaab94f55fbefec0b86ccfa3eeeb754296');
INSERT INTO "inputs" VALUES('3da3b11d-835b-4123-9b0b-cd16dea462ed',6,'{"at": "closing", "wait": 2, "choose": "tell-day"}','8640025be342466e7e62969c4711105c7126d9b5e20dd22c37b152aa5b5baf2d');
INSERT INTO "inputs" VALUES('3da3b11d-835b-4123-9b0b-cd16dea462ed',7,'{"at": "closing", "wait": 2, "choose": "bye"}','38cb3f613632532f8665b97023ac0e609c2ca7415663c58b7d3ef834e826681b');
INSERT INTO "inputs" VALUES('3da3b11d-835b-4123-9b0b-cd16dea462ed',8,'{"at": "thanks", "wait": 2, "choose": "share"}','91e1bcd163e73d786d0fa3f867ec3a86aaea9030fc17e4e2a222a35dda423814');
INSERT INTO "inputs" VALUES('54182cce-5b34-4699-9fba-6f5d58f8829f',1,'{"at": "opens", "wait": 2, "choose": "file"}','9cd8929003200bd8d060dc8d0448cc84948c75b2a6ee36dff658836a143b4500');
INSERT INTO "inputs" VALUES('54182cce-5b34-4699-9fba-6f5d58f8829f',2,'{"at": "closing", "wait": 2, "choose": "bye"}','9e914be9e7bfec90131357a358332cf582f84dfb3ab0ec9ae08096f33b85015d');
INSERT INTO "inputs" VALUES('5505e853-910c-4cec-83b8-100672e51e6d',1,'{"at": "opens", "wait": 2, "choose": "file"}','add295ceba294dbe401e19a9fc0b3c5e7ee318f2695fa20b4ad17e3c7922fc89');
INSERT INTO "inputs" VALUES('5505e853-910c-4cec-83b8-100672e51e6d',2,'{"at": "closing", "wait": 2, "choose": "bye"}','6c4717e1fb13761f3c0d7c9718d0a34a801f912474e9416f6af69d5b5f33273f');
INSERT INTO "inputs" VALUES('6b0a53f7-31f8-42f1-b00a-744971f5f6f5',1,'{"at": "opens", "wait": 2, "choose": "ask"}','c2666724f1ad9510946dc238ea5a7c23420f5750cd3bf3aba034d45a0c114278');
INSERT INTO "inputs" VALUES('6b0a53f7-31f8-42f1-b00a-744971f5f6f5',2,'{"at": "opens", "wait": 2, "choose": "file"}','f960583c73408e2647ca4c9a78fc9e8690c480745393fa65be8c9b5087c33097');
INSERT INTO "inputs" VALUES('6b0a53f7-31f8-42f1-b00a-744971f5f6f5',3,'{"at": "closing", "wait": 2, "choose": "thank-notes"}','3f072e48eff1807312c614c0cf70a17ca4444e700612187570420d93c5899e0b');
INSERT INTO "inputs" VALUES('6b0a53f7-31f8-42f1-b00a-744971f5f6f5',4,'{"at": "closing", "wait": 2, "choose": "tell-day"}','39d7dd370d8ae7b9c912162c4b84a91c556cc05c3ff750aebb50f5ad586e1c75');
INSERT INTO "inputs" VALUES('6b0a53f7-31f8-42f1-b00a-744971f5f6f5',5,'{"at": "closing", "wait": 2, "choose": "bye"}','7368e9e9b05f50e0b5f734d4d2150ba91084845161b338b6f6f7374469cf9f7d');
INSERT INTO "inputs" VALUES('6b0a53f7-31f8-42f1-b00a-744971f5f6f5',6,'{"at": "thanks", "wait": 2, "choose": "share"}','bf8b816c8d0a1ec8b55feeb0012dd4fe32267c4e37d0d13629b9d596f3982a9a');
INSERT INTO "inputs" VALUES('9863ad82-6936-485f-b522-c59721f7fa9a',1,'{"at": "opens", "wait": 2, "choose": "ask"}','eceb8b00dfca5635f1ebb37d5eff8607f281276f077e214c9e5fa7e5fb7011db');
INSERT INTO "inputs" VALUES('ea7c701d-595c-451d-b831-570243164a60',1,'{"at": "opens", "wait": 2, "choose": "ask"}','41f85e81f86eb6d4e227c22f98182a34c2c87c1ecb1e024df59ab0fe46bfc65e');
INSERT INTO "inputs" VALUES('ea7c701d-595c-451d-b831-570243164a60',2,'{"at": "opens", "wait": 2, "choose": "file"}','18c384bb9b5aa22c9f8e6c821da5dfa833cd5defe9e8625a576a363a9a4ecbf0');
INSERT INTO "inputs" VALUES('ea7c701d-595c-451d-b831-570243164a60',3,'{"at": "closing", "wait": 2, "choose": "tell-day"}','904b9255c632ea4974332c6c2e1ca9b736e7b42783b03a58369f2c47914f1fc8');
INSERT INTO "inputs" VALUES('ea7c701d-595c-451d-b831-570243164a60',4,'{"at": "closing", "back": 2}','9e2ddef7c36a4862e80113017c18cc7732e7b423e6971323984b62b60d1003ab');
CREATE TABLE learners (
	id VARCHAR(36) NOT NULL, 
	name TEXT NOT NULL, 
	portrait TEXT NOT NULL, 
	seen TEXT NOT NULL, 
	came FLOAT NOT NULL, 
	changed FLOAT NOT NULL, 
	CONSTRAINT pk_learners PRIMARY KEY (id)
);
INSERT INTO "learners" VALUES('d0a473e0-9028-41d6-a914-475916ecdf5e','한지우','woman-20s_bangs-black_round','[]',1.79530257679526376729e+09,1.79530257679526376729e+09);
INSERT INTO "learners" VALUES('d39851d3-d2e4-446b-850e-47e83fe2a958','Bartholomew','man-50s_short-grey_round','[]',1.79530257688440585137e+09,1.79530257688440585137e+09);
CREATE TABLE plans (
	id VARCHAR(36) NOT NULL, 
	learner VARCHAR(36), 
	"case" TEXT NOT NULL, 
	"when" TEXT NOT NULL, 
	"then" TEXT NOT NULL, 
	day TEXT NOT NULL, 
	asked TEXT NOT NULL, 
	answer TEXT NOT NULL, 
	made FLOAT NOT NULL, 
	CONSTRAINT pk_plans PRIMARY KEY (id), 
	CONSTRAINT fk_plans_learner FOREIGN KEY(learner) REFERENCES learners (id) ON DELETE CASCADE
);
INSERT INTO "plans" VALUES('14ff0959-ef64-4322-872b-0deffb9a6e4b',NULL,'lamp','손님이 먼저 사과하실','무엇이 필요한지 여쭤 보기','2026-11-16','','',1.7953025767912917137e+09);
INSERT INTO "plans" VALUES('4c064229-8539-4d8b-81c8-9d2dbf1d2dac','d0a473e0-9028-41d6-a914-475916ecdf5e','lamp','전화를 끊기 전에','날짜를 다시 말하기','2026-11-17','2026-11-18','kept',1.79530257688098812099e+09);
INSERT INTO "plans" VALUES('9072188e-ac47-44df-a988-138b7b742269','d0a473e0-9028-41d6-a914-475916ecdf5e','lamp','고맙다는 말을 들으면','그 사람에게 전하기','2026-11-18','','',1.79530257688384342193e+09);
CREATE TABLE plays (
	id VARCHAR(36) NOT NULL, 
	learner VARCHAR(36), 
	"case" TEXT NOT NULL, 
	version TEXT NOT NULL, 
	mode TEXT NOT NULL, 
	language TEXT NOT NULL, 
	header TEXT NOT NULL, 
	head TEXT NOT NULL, 
	inputs INTEGER NOT NULL, 
	turns INTEGER NOT NULL, 
	began FLOAT NOT NULL, 
	touched FLOAT NOT NULL, 
	ended BOOLEAN NOT NULL, 
	aside TEXT DEFAULT '' NOT NULL, 
	follows VARCHAR(36), 
	ending TEXT DEFAULT '' NOT NULL, 
	passed BOOLEAN, 
	summary TEXT, 
	CONSTRAINT pk_plays PRIMARY KEY (id), 
	CONSTRAINT fk_plays_learner FOREIGN KEY(learner) REFERENCES learners (id) ON DELETE CASCADE
);
INSERT INTO "plays" VALUES('5505e853-910c-4cec-83b8-100672e51e6d',NULL,'lamp','6fd5fc1700564e94','coach','ko','{"case": "lamp", "version": "6fd5fc1700564e94", "seed": 1, "mode": "coach", "language": "ko", "agent": "", "format": 1}','6c4717e1fb13761f3c0d7c9718d0a34a801f912474e9416f6af69d5b5f33273f',2,2,1.7953025765931129456e+09,1.79530257675991082189e+09,1,'',NULL,'end-quiet',0,'{"format": 1, "case": "lamp", "mode": "coach", "portrait": "man-50s_short-grey_round", "turns": 2, "fate": "solved", "scores": {"resolution": 67, "empathy": 40, "gratitude": 60, "passed": false}, "first": null, "told": {"ko": {"title": "깜빡이는 스탠드", "customer": "이수진", "letter": "문자 받았습니다."}, "en": {"title": "The flickering lamp", "customer": "Sujin Lee", "letter": "Got the text."}}, "ending": "end-quiet"}');
INSERT INTO "plays" VALUES('9863ad82-6936-485f-b522-c59721f7fa9a',NULL,'lamp','6fd5fc1700564e94','explore','ko','{"case": "lamp", "version": "6fd5fc1700564e94", "seed": 1, "mode": "explore", "language": "ko", "agent": "", "format": 1}','eceb8b00dfca5635f1ebb37d5eff8607f281276f077e214c9e5fa7e5fb7011db',1,1,1.79530257678212356569e+09,1.79530257678847074507e+09,0,'',NULL,'',NULL,NULL);
INSERT INTO "plays" VALUES('3da3b11d-835b-4123-9b0b-cd16dea462ed','d0a473e0-9028-41d6-a914-475916ecdf5e','lamp','6fd5fc1700564e94','coach','ko','{"case": "lamp", "version": "6fd5fc1700564e94", "seed": 1, "mode": "coach", "language": "ko", "agent": "한지우", "format": 1}','91e1bcd163e73d786d0fa3f867ec3a86aaea9030fc17e4e2a222a35dda423814',8,6,1795302576.81832,1.79530257683626079563e+09,1,'',NULL,'end-regular',1,'{"format": 1, "case": "lamp", "mode": "coach", "portrait": "man-50s_short-grey_round", "turns": 6, "fate": "solved", "scores": {"resolution": 100, "empathy": 100, "gratitude": 100, "passed": true}, "first": {"resolution": 0, "empathy": 0, "gratitude": 0, "passed": false}, "told": {"ko": {"title": "깜빡이는 스탠드", "customer": "이수진", "letter": "금요일에 문자 왔어요. 또 걸게요."}, "en": {"title": "The flickering lamp", "customer": "Sujin Lee", "letter": "The text came on Friday. I will call again."}}, "ending": "end-regular"}');
INSERT INTO "plays" VALUES('6b0a53f7-31f8-42f1-b00a-744971f5f6f5','d0a473e0-9028-41d6-a914-475916ecdf5e','lamp','6fd5fc1700564e94','exam','ko','{"case": "lamp", "version": "6fd5fc1700564e94", "seed": 1, "mode": "exam", "language": "ko", "agent": "한지우", "format": 1}','bf8b816c8d0a1ec8b55feeb0012dd4fe32267c4e37d0d13629b9d596f3982a9a',6,6,1.7953025768492157459e+09,1.79530257685830688476e+09,1,'',NULL,'end-regular',1,'{"format": 1, "case": "lamp", "mode": "exam", "portrait": "man-50s_short-grey_round", "turns": 6, "fate": "solved", "scores": {"resolution": 100, "empathy": 100, "gratitude": 100, "passed": true}, "first": null, "told": {"ko": {"title": "깜빡이는 스탠드", "customer": "이수진", "letter": "금요일에 문자 왔어요. 또 걸게요."}, "en": {"title": "The flickering lamp", "customer": "Sujin Lee", "letter": "The text came on Friday. I will call again."}}, "ending": "end-regular"}');
INSERT INTO "plays" VALUES('ea7c701d-595c-451d-b831-570243164a60','d0a473e0-9028-41d6-a914-475916ecdf5e','lamp','6fd5fc1700564e94','coach','ko','{"case": "lamp", "version": "6fd5fc1700564e94", "seed": 1, "mode": "coach", "language": "ko", "agent": "한지우", "format": 1}','9e2ddef7c36a4862e80113017c18cc7732e7b423e6971323984b62b60d1003ab',4,1,1.79530257686994147302e+09,1.79530257688005733494e+09,0,'',NULL,'',NULL,NULL);
INSERT INTO "plays" VALUES('54182cce-5b34-4699-9fba-6f5d58f8829f','d39851d3-d2e4-446b-850e-47e83fe2a958','lamp','6fd5fc1700564e94','explore','ko','{"case": "lamp", "version": "6fd5fc1700564e94", "seed": 1, "mode": "explore", "language": "ko", "agent": "Bartholomew", "format": 1}','9e914be9e7bfec90131357a358332cf582f84dfb3ab0ec9ae08096f33b85015d',2,2,1.79530257689232778544e+09,1.79530257689705181117e+09,1,'',NULL,'end-quiet',0,'{"format": 1, "case": "lamp", "mode": "explore", "portrait": "man-50s_short-grey_round", "turns": 2, "fate": "solved", "scores": {"resolution": 67, "empathy": 40, "gratitude": 60, "passed": false}, "first": null, "told": {"ko": {"title": "깜빡이는 스탠드", "customer": "이수진", "letter": "문자 받았습니다."}, "en": {"title": "The flickering lamp", "customer": "Sujin Lee", "letter": "Got the text."}}, "ending": "end-quiet"}');
INSERT INTO "plays" VALUES('0896a719-a56c-41e1-9ebd-164f861f9b7c','d39851d3-d2e4-446b-850e-47e83fe2a958','lamp','6fd5fc1700564e94','coach','en','{"case": "lamp", "version": "6fd5fc1700564e94", "seed": 5, "mode": "coach", "language": "en", "agent": "Bartholomew", "format": 1}','fe37224f9e55871130052a719ce010161a7fb0f1a8d2231310d24fb781bebb2e',3,3,1.79530257690591430667e+09,1.79530257691203236573e+09,0,'',NULL,'',NULL,NULL);
CREATE TABLE remembered (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_remembered PRIMARY KEY ("key")
);
INSERT INTO "remembered" VALUES('guest-seen','["tutorial"]');
INSERT INTO "remembered" VALUES('chosen','d0a473e0-9028-41d6-a914-475916ecdf5e');
CREATE TABLE scorecards (
	id VARCHAR(36) NOT NULL, 
	play VARCHAR(36) NOT NULL, 
	path TEXT NOT NULL, 
	resolution INTEGER, 
	empathy INTEGER, 
	gratitude INTEGER, 
	handled FLOAT NOT NULL, 
	resolved FLOAT NOT NULL, 
	passed BOOLEAN NOT NULL, 
	CONSTRAINT pk_scorecards PRIMARY KEY (id), 
	CONSTRAINT fk_scorecards_play FOREIGN KEY(play) REFERENCES plays (id) ON DELETE CASCADE
);
INSERT INTO "scorecards" VALUES('a40a62dd-b124-51db-83e7-57baa9cd85b5','5505e853-910c-4cec-83b8-100672e51e6d','today',67,40,60,6.66666666666666629659e-01,6.66666666666666629659e-01,0);
INSERT INTO "scorecards" VALUES('3913e000-8421-53ca-b9b7-a274f8108b4e','3da3b11d-835b-4123-9b0b-cd16dea462ed','today',100,100,100,1.0,1.0,1);
INSERT INTO "scorecards" VALUES('a3dea367-a4e3-54b0-86b3-89683e9ed29c','3da3b11d-835b-4123-9b0b-cd16dea462ed','first',0,0,0,0.0,0.0,0);
INSERT INTO "scorecards" VALUES('ddb67c9d-83fb-54a9-b234-2a8742852fcb','6b0a53f7-31f8-42f1-b00a-744971f5f6f5','today',100,100,100,1.0,1.0,1);
INSERT INTO "scorecards" VALUES('11a286fb-c8e4-57d9-81d8-c4110ce79907','54182cce-5b34-4699-9fba-6f5d58f8829f','today',67,40,60,6.66666666666666629659e-01,6.66666666666666629659e-01,0);
CREATE INDEX ix_plays_listed ON plays (learner, ended, touched);
CREATE INDEX ix_plans_learner ON plans (learner, made);
CREATE UNIQUE INDEX ix_scorecards_play ON scorecards (play, path);
CREATE UNIQUE INDEX ix_findings_scorecard ON findings (scorecard, number);
COMMIT;
