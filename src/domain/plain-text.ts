/** What people type, put into one form before it is checked, stored or compared. */

/** Full-width digits, letters, plus and minus, as a Chinese keyboard writes them. Brackets stay: names have them. */
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ＋－]/g;
const TO_ASCII = 0xfee0;

/** Without a meaning in a line of text: controls, lone surrogates, private use, invisible joiners and direction marks. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cf}]/gu;

/** Half-width digits and letters, no invisible characters, one space where there was any white space, none at the ends. */
export function plainLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(UNSEEN, '')
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - TO_ASCII))
    .trim();
}

/** A person's name: the dot of 达瓦·次仁 is typed in many ways, and has no space around it. */
export function plainName(text: string): string {
  return plainLine(text).replace(/ ?[·•‧・･．∙⋅] ?/g, '·');
}

/** A mobile number's 11 digits, without what stands between or before them: `+86 138-0013-8000`. */
export function plainMobile(text: string): string {
  return plainLine(text)
    .replace(/[\s().-]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
}

/** A code of letters and digits: upper case, nothing between. */
export function plainCode(text: string): string {
  return plainLine(text).replace(/[\s-]/g, '').toUpperCase();
}
