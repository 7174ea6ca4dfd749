/**
 * Money that a summary's text asks for. A summary reports what was waived, saved or spent, which an event's text has no
 * reason to say: 减免检定费用30万元 is an achievement here. Source of the ban: 国市监质发〔2025〕77号, 四.
 */
import { findFeeWord } from '../text/fee';

const REPORTED = /减免|免收|免除|减轻|减少|节约|节省|降低|减负|投入|支出|使用|安排|补贴|补助|奖励/;
const ASKED = /另收|另交|另付|收取|缴纳|交纳|支付|需[交缴付]|[每\/／][人位家户]/;
/** A sum alone, which belongs to the clause before it: 共计120余万元. */
const SUM_ALONE = /^(?:共计?|合计|累计|总计|约|近|超过?|金额|资金|[\d.,\s余多几十百千万亿元])+$/;

/** The word or sum that asks for money, as `findFeeWord` finds it in what is no report; `null` if there is none. */
export function findAskedMoney(text: string): string | null {
  let isReport = false;
  const kept = text.split(/([，。；！？,;!?\n])/).map((part, index) => {
    if (index % 2 === 1) return part;
    const clause = part.trim();
    isReport = (REPORTED.test(clause) && !ASKED.test(clause)) || (isReport && SUM_ALONE.test(clause));
    return isReport ? '' : part;
  });
  return findFeeWord(kept.join(''));
}
