/** 统一社会信用代码, the number of a legal person or organisation. Source: GB 32100-2015. */

/** The standard's 31 characters (table 1), each standing for its place: no I, O, S, V, Z. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const BASE = CHARACTERS.length;
/** Weight of the place i (from 0) is 3^i mod 31. */
const WEIGHT = 3;
/** The two digits that a region's code begins with (GB/T 2260); 10 is the country's. */
const PROVINCE = '(?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])';
/** Registering department, kind, six digits of the region, nine of the organisation, check character. */
const SHAPE = new RegExp(`^[1-9A-HJ-NPQRTUWXY][${CHARACTERS}]${PROVINCE}\\d{4}[${CHARACTERS}]{10}$`);

/** The check character of the first 17; `null` if they have a character that the standard does not. */
export function creditCheckCharacter(body: string): string | null {
  let sum = 0;
  let weight = 1;
  for (const char of body.slice(0, 17)) {
    const value = CHARACTERS.indexOf(char);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * WEIGHT) % BASE;
  }
  return CHARACTERS.charAt((BASE - (sum % BASE)) % BASE);
}

/** Whether 18 characters in upper case are a code whose check character (GB 32100-2015, 附录 A) is right. */
export function isCreditCode(code: string): boolean {
  return SHAPE.test(code) && creditCheckCharacter(code) === code.charAt(17);
}

/**
 * Whether 18 characters have a code's shape, whatever their check character: some codes given out before 2016 have
 * another one than the standard asks for, so a person may confirm such a code against the licence.
 */
export function looksLikeCreditCode(code: string): boolean {
  return SHAPE.test(code);
}
