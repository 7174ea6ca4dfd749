/**
 * Texts in which money is what people learn about, not what is asked of them: 收费 in the name of a thing or a body, a
 * deposit that a shop keeps, damages, fines, prizes, bank notes. Each excuse reads its own clause only.
 */

interface Subject {
  /** The words found, whole. */
  readonly word: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

const THING =
  '系统|装置|设备|设施|终端|机具|公路|高速|桥|隧道|计[时量费]|管理[局处所站中]|监管|行为|检查|票据|岗?亭|闸|员|站|乱象|问题|投诉|纠纷|争议|举报|公示(?:制度|栏|检查)|政策解读';
const LEARNT =
  '纠纷|投诉|维权|陷阱|套路|骗局|诈骗|案例|知识|常识|区别|怎么办|跑路|违法|合法吗|难退|退[费款还]*难|退不了|不退怎么|' +
  '乱象|整治|治理|监管|检查|争议|法律|司法解释';
/** No verb that moves money may come between the word and what one learns about it. */
const LEARNT_AFTER = new RegExp(`^用?[^,。;!?交缴付收请元]{0,8}(?:${LEARNT})`);

const SUBJECTS: readonly Subject[] = [
  { word: /^收费$/, after: new RegExp(`^(?:${THING})`) },
  { word: /^[缴交付]费$/, after: /^(?:系统|终端|机|知识|常识|诈骗|陷阱|骗局|套路|记录查询)/ },
  { word: /^收款码$/, after: /^(?:诈骗|陷阱|骗局|安全|真伪|被[换调])/ },
  { word: /^押金/, before: /[抵质]$/ },
  { word: /^(?:押金|保证金|[定订]金|.{1,2}费|票[价款]|售票|收款码)$/, after: LEARNT_AFTER },
  { word: /^[定订]金$/, before: /[定订]金[与和、还是跟]*$/, after: /^(?:的区别|有?何?区别|有什么|$|[,。;!?])/ },
  { word: /^[定订]金$/, after: /^[与和、还是跟]*[定订]金[^,。;!?交缴付收]{0,6}(?:区别|不同|有什么|傻傻|一字之差)/ },
];

/** A sum that somebody got, lost or spent on something else: 获赔500元, 罚款3万元, 投入检测设备2000万元. */
const SUM_OF_OTHERS =
  /(?:获赔|赔[偿付]?|理赔|追回|挽回(?:经济|消费者)?损失|返还|退[还回款]|处罚|被罚|罚没|没收|罚款|投入|节[约省]|降本(?:增效)?|损失|案值|货值|涉案(?:金额)?|产值|补[贴助偿]|奖励|奖金|资助|授信|融资|面[值额]|价值|不足|不满|低于|假[币钞])[^,。;!?每人位元]{0,7}[\d,]*$/;
const SUM_BEFORE_DAMAGES = /^[以之]?[上下内]?的?(?:赔|罚|奖|补[贴助偿]|损失|货款被|索赔|退款成功|以[上下]罚)/;
const BANK_NOTE = /^(?:面[值额]的?)?(?:人民币|纸币|硬币|钞票?|新钞|假[币钞])的?(?:鉴|真|假|防伪|识|辨|样|机读)/;
const CHEAP_SHOP = /^(?:小商品)?(?:店|超市)(?!.{0,3}[交缴付收])/;
/** What makes a sum one that is asked for, whatever comes before it. */
const ASKED_BEFORE =
  /(?:迟到|缺席|未到|爽约|违约|损坏|遗失|现[价收]|每[人位组家]|只[需要]|仅需|需[交缴付]|后)[^,。;!?]{0,8}$/;
const ASKED_AFTER = /^(?:[一每]?[人位份次]|起|左右|即可|报名|入场|参加)/;

function isSumOfOthers(before: string, after: string): boolean {
  if (BANK_NOTE.test(after) || CHEAP_SHOP.test(after)) return !ASKED_BEFORE.test(before);
  if (ASKED_BEFORE.test(before) || ASKED_AFTER.test(after)) return false;
  return SUM_OF_OTHERS.test(before) || SUM_BEFORE_DAMAGES.test(after);
}

/** Whether the words, by what stands around them, are what a text is about. `isSum`: an amount, not a word for money. */
export function isSubject(isSum: boolean, word: string, before: string, after: string): boolean {
  if (isSum) return isSumOfOthers(before, after);
  return SUBJECTS.some(
    (each) => each.word.test(word) && (each.before?.test(before) ?? true) && (each.after?.test(after) ?? true),
  );
}
