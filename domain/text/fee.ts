/**
 * Nothing in Quality Month costs money, so no published text may ask for any.
 * Source: 国市监质发〔2025〕77号, 四: 坚持自愿性、公益性原则，严禁借活动名义向企业摊派收费、搭车收费;
 * 藏质标办〔2025〕1号, 五, says the same.
 *
 * A word that asks for money is excused only by what stands tight around it: a negation (不收费, 无需缴费), a prohibition
 * (严禁…收费), an accusation (乱收费, 如遇收费请举报), or an answer (报名费：无). Distance excuses nothing: in
 * 不要错过，报名费另付 the negation belongs to something else. Regular expressions do without lookbehind, which older
 * iPhones refuse to load.
 */
import { isSubject } from './fee-subject';
import { plainOf } from './fee-text';

const END = '(?=$|[,。;!?])';
const ONES = '〇零一二两三四五六七八九几数';
const NUMERAL = `[${ONES}十百千万]`;
/** Longer than any sum, and short enough that a long row of digits is read once. */
const NUMERALS = `${NUMERAL}{1,12}`;
const DIGITS = '\\d[\\d,]{0,15}';
/** What turns 元 into another word after a number: 2026元旦, 2025元年, 电子元器件. Short, for 99元年卡 and 99元/件 are sums. */
const NOT_A_SUM = '(?!旦|宵(?!夜)|器件|宝山)';
/** The same after a single numeral, which is a sum only by its surroundings: 三元桥, 二元制. */
const NOT_A_PRICE = '(?!旦|宵|素|件|桥|里|区|庙|锂|电池|正极|材料|方程|化|论|制|体系|结构|模型|[一二]次|牛奶|乳业)';
const PRICE_CUE = '(?:需|收|交|付|缴|花|费|价|只要|才|仅|每[人位组家]|人均)';
const PER_HEAD = '(?:[一每]?[人位](?![物口类工才])|钱|整|起|左右|即可|现场|报名|入场|参加)';

const FEE_OF =
  '(?:报名|参[会赛加与观]|培训|学习|听课|课程|教材|资料|材料|工本|证书|制证|会务|会议|会员|入会|场地|服务|手续|认证|审核|' +
  '评审|检[测验定]|校准|咨询|体验|入场|注册|考[试务]|管理|赞助|[展摊]位|活动|成本|门票|学)费';
const QUALIFIER =
  '(?:任何|一切|全部|其[他它]|各种|有关|相[关应]|一定|少量|部分|适[当量]|必要|合理|额外|成本|每人|您|点|些|了|的|' +
  '企业|学员|群众|消费者|参加者)';
const FEE_ITSELF = '[费钱款]';
const COLLECT = '(?:收取|征收|代收|预收|收)';
const PAY = '(?:缴纳|交纳|支付|预缴|补缴|缴|交|付)';

/**
 * `collect`: someone takes money. `pay`: someone gives it; 不缴费者不得入场 is no promise, 不收费 is.
 * `amount`: a sum.
 */
type Kind = 'collect' | 'pay' | 'amount';
interface FeePattern {
  readonly kind: Kind;
  readonly pattern: RegExp;
}

const pattern = (kind: Kind, source: string): FeePattern => ({ kind, pattern: new RegExp(source, 'g') });

const PATTERNS: readonly FeePattern[] = [
  pattern('collect', FEE_OF),
  pattern('collect', `${COLLECT}${QUALIFIER}*${FEE_ITSELF}`),
  pattern('pay', `${PAY}${QUALIFIER}*${FEE_ITSELF}`),
  pattern('collect', `(?:${COLLECT}|${PAY})会费`),
  pattern(
    'collect',
    '押金|保证金|[定订]金|赞助款|票[价款]|售票|购票|有偿|(?:早鸟|优惠|特惠|团购|体验|会员|成本)价|aa制',
  ),
  pattern('collect', '自费|费用(?:自[理付]|另[计算]|均摊|aa)'),
  pattern('pay', '收[款钱]码|扫码(?:支付|付)|微信(?:支付|转账)|(?:转账|汇款|打款|汇)[至到给]'),
  pattern('collect', '(?:不|非|未)(?:是|再|予|算|会|能|完全|全部?|全程|都)*免费'),
  pattern('amount', '¥|[$€£]\\d|\\d[$€£]'),
  pattern('amount', `(?:rmb|cny|usd|人民币|美金)(?:\\d|${NUMERAL}{2})|\\d(?:rmb|cny|usd|yuan|人民币|美[金元]|港元)`),
  pattern('amount', `${DIGITS}[多余几]?[百千万]?[多余]?元${NOT_A_SUM}`),
  pattern('amount', `[${ONES}]{0,12}[十百千万]${NUMERAL}{0,12}[多余]?元${NOT_A_SUM}`),
  // 一〇〇元: digits one after the other.
  pattern('amount', `[一二两三四五六七八九][${ONES}]{0,8}[〇零][${ONES}]{0,8}[多余]?元${NOT_A_SUM}`),
  pattern('amount', `${PRICE_CUE}${NUMERAL}元${NOT_A_PRICE}|${NUMERAL}元${PER_HEAD}`),
  pattern('amount', `(?:${DIGITS}|${NUMERALS})(?:[块元角毛分]钱|块大洋)(?!一分货)`),
  pattern(
    'amount',
    `${PRICE_CUE}(?:${DIGITS}|${NUMERALS})块(?:${END}|${PER_HEAD})|(?:${DIGITS}|${NUMERALS})块[一每]?[人位]`,
  ),
  // 每人20/人, without its slash.
  pattern('amount', `每[人位]${DIGITS}(?:${END}|每?[人位])`),
  pattern('amount', `(?:${DIGITS}|${NUMERALS})块[\\d一二三四五六七八九]${END}|${DIGITS}一位`),
  pattern('amount', `[收交付缴](?:${DIGITS}|${NUMERALS})${END}`),
  pattern('amount', `(?:^|[^消免浪经水电气话])费用?[:为是]*(?:\\d|[${ONES}]{0,12}[十百千万](?!分))`),
];

/** A number at the end of a line has nothing to do with the 元 of the next. */
const WORDS = PATTERNS.filter(({ kind }) => kind !== 'amount');

// No two of these begin alike, nor is one the sum of others: a long row of them must not be read in two ways.
const LISTED = `(?:${FEE_OF}|押金|保证金|费用|收费)用?(?=[等、和及或与以])`;
const WHO =
  '企业|个人|群众|市民|公众|消费者|学员|学生|家长|居民|商户|单位|人员|大家|您|参[加与训会展观]|者|任何|一切|所有|' +
  '各[种类项]|其[他它]|对|向|的|等|、|和|及|或|与';
const HOW = '[以借因]|名[义目]|理由|形式|方式|本次|活动|再|会|将|予|另[外行]?|额外|附加|隐[形性]';
const TAKES = '收取?|征收|产生|涉及|存在|设置?|含|有';
const GIVES = '需要?|用|交纳?|缴纳?|支?付|花|出|掏';
const HARSH = '强[制行]|变相|乱|违[规法]|搭车|摊派|擅自|不合理';

/** 不 alone denies that money is taken, not that it must be given. */
const NOT_TAKEN = new RegExp(`(?:不|没有|未)(?:${LISTED}|${WHO}|${HOW}|${TAKES})*$`);
const NOT_NEEDED = new RegExp(
  `(?:[无毋][需须]|不需要?|不[用必要]|[请切]?勿|别|免|[无非零0])(?:${LISTED}|${WHO}|${HOW}|${TAKES}|${GIVES})*$`,
);
const FORBIDDEN = new RegExp(
  `(?:严禁|禁止|不得|不[准许]|杜绝|谢绝|抵制|制止|防[止范]|谨防|警惕|当心|查处|整治|治理|清理|打击)` +
    `(?:${LISTED}|${WHO}|${HOW}|${TAKES}|${GIVES}|${HARSH})*$`,
);
/** What stands before a negation and turns it round (并非不收费) or makes it part of another word (减免, 特别). */
const UNDOES: readonly { readonly negation: RegExp; readonly before: RegExp }[] = [
  { negation: /^不/, before: /(?:不[得能会可是]|并非|非|无|莫|没有|未必)$/ },
  { negation: /^免/, before: /[不减难避以]$/ },
  { negation: /^无/, before: /有$/ },
  { negation: /^别/, before: /[特分类级个区]$/ },
  { negation: /^非/, before: /除$/ },
  { negation: /^[零0]/, before: /[\d一二三四五六七八九十百]$/ },
];

const ACCUSED_BEFORE = /(?:乱|违[规法]|搭车|摊派|涉企|价外|重复|不合理|多)$/;
const ACCUSED_AFTER = /^(?:难退|退还难|纠纷|陷阱|乱象|套路|骗局|诈骗|用?减免政策)/;
const REPORTED_BEFORE = /(?:如遇|如有|若[有遇]|遇[有到]|发现|凡|任何|一切)[^,。;!?]{0,20}$/;
const REPORTED_AFTER = /^.{0,24}(?:举报|投诉|12315|诈骗|骗[子局]|假冒|勿信|谨防)/;
const ASKED_BEFORE = /(?:是否|要不要|需不需要|用不用)(?:需要?)?$/;
const ANSWERED_NO = /^[吗么]?[?:,]*(?:否|不收|不用|不需|无需|免)/;
const WAIVED = new RegExp(
  `^用?(?:标准|情况|金额)?(?:[、和及]${FEE_OF}|用|一律|全部?|全额|均|已|都|予以|[:为是])*` +
    `(?:免[除收交缴费]?[的了]?|无|没有|不收取?|取消|[0零]元?)${END}`,
);
const BORNE =
  /^用?[^,。;!?]{0,6}由[^,。;!?]{0,12}(?:主办|承办|组织|举办|财政|政府|局|协会)[^,。;!?]{0,6}(?:承担|负担|支付|列支)/;
/** Other words that happen to contain one of ours, by what precedes and what follows. */
const OTHER_BEFORE: readonly { readonly word: RegExp; readonly before: RegExp }[] = [
  { word: /^付费/, before: /预$/ },
  { word: /^交/, before: /[提移公社外成]$/ },
  { word: /^收/, before: /[验回吸签]$/ },
  { word: /^缴费/, before: /(?:生活|水|电|气|暖)$/ },
  { word: /^(?:自费|费用自)/, before: /(?:食宿|住宿|交通|餐饮|用餐|往返|差旅|路程)$/ },
  { word: /^不/, before: /[是免]$/ },
];
const OTHER_AFTER: readonly { readonly word: RegExp; readonly after: RegExp }[] = [
  { word: /^收费$/, after: /^站/ },
  { word: /^缴费$/, after: /^(?:账单|通知单|单据)/ },
];

/** The smallest coin is named to say that not even that is asked: 不收一分钱, 一分钱不花. */
const SMALLEST = /^[一1半][分毛角块元]钱?$/;
const NOT_EVEN_BEFORE = /(?:不|没|无需)(?:[收要花用取交掏]|需要?)*$/;
const NOT_EVEN_AFTER = /^[都也]?(?:不|无需)[用要需]?[收要花交付掏出]/;
const YEAR = /^(?:20\d\d|二[〇零][〇零一二三四五六七八九]{2})元$/;
const OF_A_YEAR = /^[年月]/;
const ZERO = /^[0,]+(?:元|块钱)/;

function isNegated(kind: Kind, before: string): boolean {
  const negations = kind === 'pay' ? [NOT_NEEDED, FORBIDDEN] : [NOT_TAKEN, NOT_NEEDED, FORBIDDEN];
  return negations.some((negation) => {
    const match = negation.exec(before);
    if (!match) return false;
    const earlier = before.slice(0, match.index);
    return !UNDOES.some((each) => each.negation.test(match[0]) && each.before.test(earlier));
  });
}

function isOtherWord(word: string, before: string, after: string): boolean {
  return (
    OTHER_BEFORE.some((each) => each.word.test(word) && each.before.test(before)) ||
    OTHER_AFTER.some((each) => each.word.test(word) && each.after.test(after))
  );
}

function isExcused(kind: Kind, word: string, before: string, after: string): boolean {
  if (isSubject(kind === 'amount', word, before, after)) return true;
  if (kind === 'amount') {
    if (ZERO.test(word) || (YEAR.test(word) && OF_A_YEAR.test(after))) return true;
    return SMALLEST.test(word) && (NOT_EVEN_BEFORE.test(before) || NOT_EVEN_AFTER.test(after));
  }
  if (isOtherWord(word, before, after)) return true;
  if (isNegated(/任何|一切/.test(word) ? 'collect' : kind, before)) return true;
  if (WAIVED.test(after) || BORNE.test(after)) return true;
  if (ANSWERED_NO.test(after) && (ASKED_BEFORE.test(before) || /^[吗么]/.test(after))) return true;
  if (kind === 'pay') return false;
  if (ACCUSED_BEFORE.test(before) || ACCUSED_AFTER.test(after)) return true;
  return REPORTED_BEFORE.test(before) && REPORTED_AFTER.test(after);
}

function findIn(text: string, patterns: readonly FeePattern[]): string | null {
  const plain = plainOf(text);
  for (const { kind, pattern: words } of patterns) {
    for (const match of plain.text.matchAll(words)) {
      const end = match.index + match[0].length;
      // What ends the clause before is seen only to tell that no other word begins here.
      const word = match[0].replace(/^[,。;!?]/, '');
      const start = end - word.length;
      if (!isExcused(kind, word, plain.before(start), plain.after(end))) return plain.original(start, end);
    }
  }
  return null;
}

/**
 * The first words in a text that ask for money, as the author wrote them; `null` if none do.
 * Refused: fees and deposits by name, paying and collecting, payment codes, sums (99元, 一百元, ￥, RMB 20, 20块钱).
 * Let through: money as the subject (`fee-subject.ts`), 免费, 不收费 and the like, and words that merely contain 元 or 费 (单元, 元旦, 消费).
 */
export function findFeeWord(text: string): string | null {
  // Line by line, so that no line explains another away; then as a whole, for a word broken across lines.
  for (const line of text.split('\n')) {
    const word = findIn(line, PATTERNS);
    if (word !== null) return word;
  }
  return findIn(text, WORDS);
}
