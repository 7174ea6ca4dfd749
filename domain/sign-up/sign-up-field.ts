/** The fields that sign-up forms are made of: each is a schema that also says how it is asked for. */
import * as v from 'valibot';
import { isCreditCode, looksLikeCreditCode } from '../text/credit-code';
import { isIdentityNumber, stripIdentity } from '../text/identity-number';
import { LETTERS } from '../text/letters';
import { plainCode, plainLine, plainMobile, plainName } from '../text/plain-text';
import { findUnknownCharacter } from '../text/standard-character';

/** How a field is asked for, and within which limits. */
export type FieldInput =
  | {
      readonly input: 'name' | 'mobile' | 'line' | 'credit-code';
      readonly maxLength: number;
      readonly optional: boolean;
      /** The name that its words go by, where that is not its own. */
      readonly label?: string;
    }
  | { readonly input: 'count'; readonly min: number; readonly max: number; readonly optional: false }
  | { readonly input: 'choice' | 'choices'; readonly options: readonly string[]; readonly optional: false }
  | { readonly input: 'people'; readonly max: number; readonly fields: readonly Field[]; readonly optional: false };

export type Field = FieldInput & { readonly name: string };

type Asked<S extends v.GenericSchema> = S & { readonly field: FieldInput };
/** The entries of a form's schema; one without a field is not asked for. */
type Entries = Readonly<Record<string, v.GenericSchema | Asked<v.GenericSchema>>>;

function asked<S extends v.GenericSchema>(schema: S, field: FieldInput): Asked<S> {
  return Object.assign(schema, { field });
}

/** The fields of an object's entries, in the order in which they are asked; an entry that no field asks for is none. */
export function fieldsOfEntries(entries: Entries): readonly Field[] {
  return Object.entries(entries).flatMap(([name, entry]) => ('field' in entry ? [{ ...entry.field, name }] : []));
}

/** A letter, with what is part of its spelling: joiners, and the vowel separator of Mongolian. */
const LETTER = `[${LETTERS}\u180e\u200c\u200d\u202f]`;
/**
 * Letters of any script (汉, བོད, ئۇيغۇر, Latin), joined by a dot, hyphen, apostrophe, space, or the tsheg and shad of
 * Tibetan, which also end a name; no digits.
 */
const NAME = new RegExp(`^[${LETTERS}]${LETTER}*(?:[-·.'’ ་༌།]{1,2}[${LETTERS}]${LETTER}*)*[.་༌།༎༑]{0,2}$`, 'u');
/** A single letter of ours is an initial, not a name; a single character of Chinese is one. */
const INITIAL = /^[A-Za-z]$/;
const MOBILE = /^1[3-9]\d{9}$/;

const NAME_LENGTH = 40;

/** Characters of one field as it was typed or pasted. More is refused before anything is done with it. */
const MOST_TYPED = 1_000;
const TypedSchema = v.pipe(v.string(), v.maxLength(MOST_TYPED, 'too-long'));

const holdsIdentity = (text: string): boolean => stripIdentity(text).found;

/** Nothing that was typed is left out in silence: what no device can show is refused by name. */
const unknownCharacter = v.rawCheck<string>(({ dataset, addIssue }) => {
  const character = dataset.typed ? findUnknownCharacter(dataset.value) : null;
  if (character !== null) addIssue({ message: `unknown-character ${character}` });
});

const NameSchema = v.pipe(
  TypedSchema,
  v.transform(plainName),
  v.minLength(1, 'required'),
  v.maxLength(NAME_LENGTH, 'too-long'),
  unknownCharacter,
  v.check((text) => !holdsIdentity(text), 'id-number'),
  v.check((text) => NAME.test(text) && !INITIAL.test(text), 'name'),
);

/** A mobile number of the mainland: 11 digits from 13 to 19. */
const MobileSchema = v.pipe(
  TypedSchema,
  v.transform(plainMobile),
  v.minLength(1, 'required'),
  v.check((text) => !holdsIdentity(text), 'id-number'),
  v.regex(MOBILE, 'mobile'),
);

/**
 * Both have 18 characters: an identity number that somebody puts here is called what it is. A code with another check
 * character passes here; `parseForm` asks for it to be confirmed.
 */
const CreditCodeSchema = v.pipe(
  TypedSchema,
  v.transform(plainCode),
  v.minLength(1, 'required'),
  v.check((text) => !isIdentityNumber(text) && (isCreditCode(text) || !holdsIdentity(text)), 'id-number'),
  v.check(looksLikeCreditCode, 'credit-code'),
);

const lineSchema = (maxLength: number): v.GenericSchema<string, string> =>
  v.pipe(
    TypedSchema,
    v.transform(plainLine),
    v.minLength(1, 'required'),
    v.maxLength(maxLength, 'too-long'),
    unknownCharacter,
    v.check((text) => !holdsIdentity(text), 'id-number'),
  );

type TextField = Asked<v.GenericSchema<string, string>>;

/** Somebody's name. */
export function nameField(): TextField {
  return asked(NameSchema, { input: 'name', maxLength: NAME_LENGTH, optional: false });
}

export function mobileField(): TextField {
  // Longer than a number, because labels, +86 and spaces are pasted with it.
  return asked(MobileSchema, { input: 'mobile', maxLength: 40, optional: false });
}

type OptionalTextField = Asked<v.OptionalSchema<v.GenericSchema<string, string>, undefined>>;

/** A name that may be left out. */
export function optionalNameField(label?: string): OptionalTextField {
  return asked(v.optional(NameSchema), { input: 'name', maxLength: NAME_LENGTH, optional: true, label });
}

/** A mobile number that may be left out. */
export function optionalMobileField(label?: string): OptionalTextField {
  return asked(v.optional(MobileSchema), { input: 'mobile', maxLength: 20, optional: true, label });
}

export function creditCodeField(): TextField {
  return asked(CreditCodeSchema, { input: 'credit-code', maxLength: 60, optional: false });
}

/** One line of free text. */
export function lineField(maxLength: number): TextField {
  return asked(lineSchema(maxLength), { input: 'line', maxLength, optional: false });
}

/** A line that may be left out. */
export function optionalLineField(maxLength: number): OptionalTextField {
  return asked(v.optional(lineSchema(maxLength)), { input: 'line', maxLength, optional: true });
}

/** A whole number from 1 on. */
export function countField(max: number): Asked<v.GenericSchema<number, number>> {
  const schema = v.pipe(v.number(), v.integer('integer'), v.minValue(1, 'too-small'), v.maxValue(max, 'too-large'));
  return asked(schema, { input: 'count', min: 1, max, optional: false });
}

/** One of several. */
export function choiceField<const Option extends string>(
  options: readonly Option[],
): Asked<v.GenericSchema<Option, Option>> {
  return asked(v.picklist(options), { input: 'choice', options, optional: false });
}

/** One or more of several, each once, kept in the order in which they are offered. */
export function choicesField<const Option extends string>(
  options: readonly Option[],
): Asked<v.GenericSchema<Option[], Option[]>> {
  const schema = v.pipe(
    v.array(v.picklist(options)),
    v.minLength(1, 'required'),
    v.check((chosen) => new Set(chosen).size === chosen.length, 'twice'),
    v.transform((chosen) => options.filter((option) => chosen.includes(option))),
  );
  return asked(schema, { input: 'choices', options, optional: false });
}

/** Several people, each with the same fields. */
export function peopleField<E extends Entries>(
  entries: E,
  max: number,
): Asked<
  v.GenericSchema<
    v.InferInput<v.StrictObjectSchema<E, undefined>>[],
    v.InferOutput<v.StrictObjectSchema<E, undefined>>[]
  >
> {
  // Counted first: what is wrong with each of ten thousand people is of no use to anybody.
  const schema = v.pipe(
    v.array(v.custom<v.InferInput<v.StrictObjectSchema<E, undefined>>>(() => true)),
    v.minLength(1, 'required'),
    v.maxLength(max, 'too-large'),
    v.array(v.strictObject(entries)),
  );
  return asked(schema, { input: 'people', max, fields: fieldsOfEntries(entries), optional: false });
}
