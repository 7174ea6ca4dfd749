import * as fc from 'fast-check';
import { ABOUT_MONEY, ASKING } from '../testing/about-money';
import { findFeeWord } from './fee';

/** What is refused, with the words that are shown for it. */
const REFUSED: [name: string, text: string, word: string][] = [
  ['收费', '本次培训收费，请自备零钱', '收费'],
  ['报名费', '报名费请于开课前交清', '报名费'],
  ['押金', '领取仪器须交押金', '押金'],
  ['押金 that is given back', '押金可退', '押金'],
  ['a threat with a deposit', '迟到押金不退', '押金'],
  ['缴费', '现场缴费后入场', '缴费'],
  ['交费', '请到窗口交费', '交费'],
  ['付款码', '请出示付款码', '付款'],
  ['收款码', '扫描下方收款码', '收款'],
  ['pay by scanning', '扫码支付后生效', '扫码支付'],
  ['transfer', '请转账至指定账户', '转账至'],
  ['资料费', '另收资料费', '资料费'],
  ['培训费用', '培训费用自理', '培训费'],
  ['工本费', '证书工本费当场交', '工本费'],
  ['场地费', '由参会企业均摊场地费', '场地费'],
  ['保证金', '须缴纳参赛保证金', '保证金'],
  ['a fee without its noun', '收取少量成本费', '成本费'],
  ['some fee', '需支付一定的费用', '支付一定的费'],
  ['money given', '先交钱再听课', '交钱'],
  ['early birds', '早鸟价仅限今日', '早鸟价'],
  ['at own expense', '自费参加', '自费'],
  ['not free', '本场不免费', '不免费'],
  ['not free, at length', '名额有限，并非全程免费', '非全程免费'],
  ['traditional characters', '報名費請現場繳納', '報名費'],

  ['digits', '每位99元', '99元'],
  ['full-width digits', '每位９９元', '９９元'],
  ['decimals', '只需9.9元', '9.9元'],
  ['thousands', '全程1,000元', '1,000元'],
  ['thousands, in 千 and 万', '赞助2万元起', '2万元'],
  ['numerals', '每人一百元', '一百元'],
  ['formal numerals', '每位伍拾元整', '伍拾元'],
  ['formal numerals after the currency', '人民币伍拾元整', '人民币伍拾'],
  ['one numeral after a cue', '只要五元', '只要五元'],
  ['one numeral per head', '五元/人', '五元/人'],
  ['圆', '20圆', '20圆'],
  ['a sum before what it buys', '99元电子资料包', '99元'],
  ['a sum a piece', '99元/件', '99元'],
  ['a card for a year', '99元年卡', '99元'],
  ['a late snack', '10元宵夜', '10元'],
  ['when to pay', '缴费时间：9月1日', '缴费'],
  ['when money is taken', '收款时间见群公告', '收款'],
  ['块 at the end of a line', '入场收20块\n请带身份证', '收20块'],
  ['¥', '￥20', '￥'],
  ['¥ half-width', '¥ 20', '¥'],
  ['a bag of money', '💰20一位', '💰'],
  ['RMB', 'RMB 20', 'RMB 2'],
  ['RMB behind', '20 RMB', '0 RMB'],
  ['dollars', '$15 per person', '$1'],
  ['块钱', '20块钱一位', '20块钱'],
  ['块 at the end', '入场收20块。', '收20块'],
  ['块 per head', '20块一位', '20块一位'],
  ['numeral 块钱', '两块钱一份', '两块钱'],
  ['毛钱', '五毛钱一张', '五毛钱'],
  ['nothing but a number', '培训费：200', '培训费'],
  ['块 and 毛', '仅需9块9', '9块9'],
  ['a number to collect', '每人收一百', '收一百'],
  ['a number after the fee', '费用二十', '费用二十'],
  ['the same after another subject', '退一赔三，不足500元按500元赔。费用二十', '费用二十'],
  ['a range from zero', '0-50元自愿', '0-50元'],
  ['less than one', '0.5元一份', '0.5元'],

  ['spaces inside', '收 费 标 准 见 现 场', '收 费'],
  ['zero width inside', '报\u200b名\u200b费', '报\u200b名\u200b费'],
  ['soft hyphen inside', '缴\u00ad费', '缴\u00ad费'],
  ['stars inside', '押*金', '押*金'],
  ['dots inside', '收·费', '收·费'],
  ['slash inside', '收/费', '收/费'],
  ['ideographic space inside', '付　款', '付　款'],
  ['brackets inside', '收（费）', '收（费'],
  ['a line break inside', '请到现场缴\n费', '缴\n费'],
  ['spaces in a sum', '9 9 元', '9 9 元'],

  ['a negation of something else', '不要错过，报名费另付', '报名费'],
  ['a negation of something else, no comma', '不限名额报名费现场交', '报名费'],
  ['not only', '不仅收费', '收费'],
  ['cannot but', '不得不收费', '收费'],
  ['cannot not', '不能不收报名费', '报名费'],
  ['it is not that', '并非不收费', '收费'],
  ['unavoidably', '不免收费', '收费'],
  ['a discount, not a waiver', '减免报名费', '报名费'],
  ['free, then not', '免费试听后收费', '收费'],
  ['one waived, another not', '不收报名费，收资料费', '资料费'],
  ['one waived, another not, no comma', '不收押金收报名费', '报名费'],
  ['a condition', '不缴费者不得入场', '缴费'],
  ['a condition with a deposit', '不交押金不能借用', '押金'],
  ['a reminder', '别忘了缴费', '缴费'],
  ['a reminder with 不要', '不要忘记缴费', '缴费'],
  ['especially', '特别收费项目', '收费'],
  ['unless', '除非收费', '收费'],
  ['cash not taken', '报名费不收现金', '报名费'],
  ['borne by who comes', '报名费由参加者承担', '报名费'],
  ['a negation on the line before', '证件不需要\n缴费后入场', '缴费'],
  ['an excuse on the line after', '报名费\n由主办单位承担午餐', '报名费'],
  ['asked and answered yes', '是否收费：是', '收费'],
  ['free for some', '对会员不收费，对其他人收费', '收费'],
  ['waived, with a sum', '原价免除，现收60元', '60元'],
];

const ALLOWED: [name: string, text: string][] = [
  ['free', '公益免费，欢迎参加'],
  ['no charge', '不收费'],
  ['no charge, spaced', '不 收 费'],
  ['no charge of any kind', '活动不收取任何费用'],
  ['no charge, the notice in short', '自愿参加，不收取企业任何费用'],
  ['nothing to pay', '无需缴费'],
  ['nothing to pay, variants', '无须交费，不用付费，不必付款'],
  ['nothing of any kind to pay', '企业无需缴纳任何费用'],
  ['waived', '免收报名费'],
  ['waived, short', '免报名费、免押金'],
  ['waived, a list', '不收取报名费、资料费、场地费等任何费用'],
  ['waived, after the word', '培训费、资料费全免'],
  ['none', '报名费：无'],
  ['zero', '0元参加，零收费'],
  ['no deposit', '借用仪器无押金'],
  ['not a paid event', '本活动为非收费活动'],
  ['no more charge', '今年起不再收费'],
  ['no extra charge', '不另行收费，不额外收费'],
  ['no hidden charge', '无任何隐形收费'],
  ['not for firms', '不向企业和个人收费'],
  ['not for anyone', '对参加者不收费'],
  ['it is free of charge', '培训是不收费的'],
  ['borne by the organiser', '资料费由主办单位承担'],
  ['not a cent', '不收一分钱'],
  ['not a cent spent', '一分钱不用花'],
  ['free of charge, asked', '是否收费？不收费'],
  ['asked, short', '是否收费：否'],
  ['asked and answered', '收费吗？不收费'],
  ['the notice', '坚持自愿性、公益性原则，严禁借活动名义向企业摊派收费、搭车收费'],
  ['the notice, half-width', '严禁借活动名义向企业摊派收费,搭车收费。'],
  ['forbidden', '不得以任何名义向参加者收取费用'],
  ['forbidden, with force', '严禁强制收费和变相收费'],
  ['an offence', '治理涉企乱收费'],
  ['an offence to report', '如遇以质量月名义收费，请拨打12315举报'],
  ['an offence to report, at length', '发现有人收取报名费的，请及时投诉'],
  ['a fraud', '凡收费的均为假冒'],
  ['a warning', '谨防转账至陌生账户'],
  ['a consumer topic', '预付费消费陷阱与押金难退怎么办'],
  ['a policy', '讲解小微企业认证费用减免政策'],
  ['food at own expense', '食宿自费，往返交通费用自理'],
  ['bills at home', '看懂水费电费：生活缴费账单怎么读'],
  ['a toll station', '集合地点：收费站西侧停车场'],

  ['consumption', '放心消费，消费维权，消费者权益'],
  ['consumption and a number', '放心消费315'],
  ['seats for free', '免费100个名额'],
  ['effort', '不费力、不浪费'],
  ['an acceptance that takes time', '设备验收费时较长'],
  ['a submission', '请提交费用测算表'],
  ['a county', '山东费县'],
  ['单元', '3号楼2单元'],
  ['元旦', '2026元旦前办理'],
  ['元宵', '元宵节前后'],
  ['公元', '公元2025年'],
  ['多元', '多元共治'],
  ['元宝山区', '赤峰市元宝山区'],
  ['三元桥', '北京三元桥地铁站'],
  ['三元里', '广州三元里'],
  ['二元', '二元结构与三元锂电池'],
  ['元器件', '电子元器件，100元器件样品'],
  ['元年', '2025元年，2026元月'],
  ['元素', '17种元素检测'],
  ['one character, no price', '一元复始'],
  ['you get what you pay for', '一分钱一分货'],
  ['boards', '现场设3块展板，需3块展板'],
  ['billions of output', '产值超10亿元'],
  ['metres', '沿路步行20米'],
  ['digital currency', '数字人民币知识'],
  ['society', '社会费心'],
  ['intellectual property', '知识产权付诸实践'],
  ['exchange', '交流经验，收获满满'],
  ['empty', ''],
];

test.each(REFUSED)('refused: %s', (_name, text, word) => {
  expect(findFeeWord(text)).toBe(word);
});

test.each(ALLOWED)('allowed: %s', (_name, text) => {
  expect(findFeeWord(text)).toBeNull();
});

const anyText = fc.constantFrom(...REFUSED.map(([, text]) => text), ...ALLOWED.map(([, text]) => text));
const noise = fc.constantFrom(' ', '\u3000', '\u200b', '\ufeff', '\u00ad', '*', '·', '_', '|', '~', '“', '）');

test('what is slipped between the characters changes nothing', () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.tuple(fc.nat(), noise), { maxLength: 6 }), (text, slips) => {
      let noisy = text;
      for (const [place, char] of slips) {
        const at = place % (noisy.length + 1);
        // A surrogate pair cut in two is another character.
        if (/[\udc00-\udfff]/.test(noisy.charAt(at))) continue;
        noisy = noisy.slice(0, at) + char + noisy.slice(at);
      }
      expect(findFeeWord(noisy) === null).toBe(findFeeWord(text) === null);
    }),
    { numRuns: 500 },
  );
});

test('an honest sentence before or after hides nothing, and two honest ones stay honest', () => {
  const honest = fc.constantFrom(...ALLOWED.map(([, text]) => text), ...ABOUT_MONEY);
  const asking = fc.constantFrom(...REFUSED.map(([, text]) => text), ...ASKING);
  fc.assert(
    fc.property(honest, asking, honest, (first, middle, last) => {
      expect(findFeeWord(`${first}。${middle}。${last}`)).not.toBeNull();
      expect(findFeeWord(`${first}\n${middle}\n${last}`)).not.toBeNull();
      expect(findFeeWord(`${first}。${last}`)).toBeNull();
      expect(findFeeWord(`${first}\n${last}`)).toBeNull();
    }),
    { numRuns: 500 },
  );
});

test.each(['不参加者', '不予以', '不报名费、、', '不报名费用和', '十', '9,', '免', '严禁收', '收一些点了的', '任何'])(
  'a long row of %s is decided without delay',
  (token) => {
    const row = token.repeat(2000 / token.length);
    expect(findFeeWord(`${row}限收费`)).not.toBeNull();
    expect(findFeeWord(`${row}限`)).toBe(findFeeWord(`${token}限`));
  },
);

test('whatever it answers is a piece of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), anyText, (around, text) => {
      const whole = around + text;
      const word = findFeeWord(whole);
      expect(word === null || whole.includes(word)).toBe(true);
    }),
  );
});

describe('figures as they stand in a number', () => {
  test.each(['每人一〇〇元', '报名一○○元', '五零元一位', '三〇〇多元'])('%s is a sum', (text) => {
    expect(findFeeWord(text)).not.toBeNull();
  });
  test.each(['二〇二六元旦开放', '二〇二五元年', '一元一次方程', '三元里'])('%s is none', (text) => {
    expect(findFeeWord(text)).toBeNull();
  });
});

test.each([
  ['digits', '9'],
  ['numerals', '一'],
  ['tens', '十'],
  ['negations', '不收'],
  ['fees that are denied', '不收费'],
  ['a list that is denied', '报名费、'],
  ['qualifiers', '收点'],
])('%s without an end take no longer than their length asks', (_name, part) => {
  const timeOf = (length: number): number => {
    const text = part.repeat(Math.ceil(length / part.length));
    return Math.min(
      ...[1, 2, 3].map(() => {
        // Work, not time: a busy machine takes its time.
        const begun = process.cpuUsage();
        findFeeWord(text);
        return process.cpuUsage(begun).user / 1000;
      }),
    );
  };
  // Eight times the text: a quadratic rule takes 64 times as long.
  expect(timeOf(64_000)).toBeLessThan(Math.max(24 * timeOf(8_000), 300));
});
