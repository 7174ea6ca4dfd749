/** Words that may ask for money: nothing is refused for them, but the author is asked to look again. */
import { plainOf } from './fee-text';

const WARNED: readonly RegExp[] = [
  /(?:[需须请要可]|自行|另行|现场|统一|自愿)[^,。;!?]{0,4}(?:购买|选购|采购|订购|自购|团购|购置)/,
  /(?:现场|同步|同时|设有?)[^,。;!?]{0,4}(?:销售|售卖|出售|展销|特卖|促销)/,
  /捐款|捐赠|捐助|乐捐|打赏|众筹|赞助/,
  /(?:食宿|住宿|交通|餐饮|午餐|用餐|往返|差旅|材料|工具|教材)[^,。;!?]{0,4}(?:自费|自理|自付)/,
  /停车费|付费停车|\d{2,}每?[人位]份?(?:起|左右)/,
];
/** A tip for buyers, not an invitation to buy. */
const ADVICE = /(?:如何|怎[样么]|怎|教[您你]|帮[您你]|学会|指南|技巧|谨慎|避免|不要|切勿|勿|警惕|当心)/;
/** The slash of 20/人 is an ornament to `plainOf`. */
const SUM_A_HEAD = /\d{2,}\s*[/／]\s*每?[人位]/;

/** The first words in a text that may ask for money, as the author wrote them; `null` if none do. See `findFeeWord`. */
export function findFeeWarning(text: string): string | null {
  const perHead = SUM_A_HEAD.exec(text);
  if (perHead) return perHead[0];
  const plain = plainOf(text);
  for (const pattern of WARNED) {
    const match = pattern.exec(plain.text);
    if (!match) continue;
    const end = match.index + match[0].length;
    if (ADVICE.test(plain.before(match.index) + match[0])) continue;
    return plain.original(match.index, end);
  }
  return null;
}
