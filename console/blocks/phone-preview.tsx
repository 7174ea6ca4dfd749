/** The event as a citizen's phone shows it, from the form's values. */
import type { ReactElement, ReactNode } from 'react';
import type { ProgrammeItem } from '../../domain/campaign/campaign';
import { displayNameOf } from '../../domain/region/region-names';
import { momentText, spanText } from '../../words/console/dates';
import { editorWords, previewWords as words } from '../../words/console/editor';
import { now } from '../clock';
import { type EventForm, toInstant } from './event-form';

interface PhonePreviewProps {
  readonly form: EventForm;
  readonly item: ProgrammeItem | undefined;
}

function Fact({
  name,
  children,
  note,
}: {
  readonly name: string;
  readonly children: ReactNode;
  readonly note?: string;
}): ReactElement {
  const isEmpty = children === '' || children === null;
  return (
    <div className="phone__fact">
      <div className="phone__name">{name}</div>
      <div className={isEmpty ? 'phone__gap' : ''}>
        {isEmpty ? words.toBeSaid : children}
        {note === undefined || note === '' ? null : <div className="phone__note">{note}</div>}
      </div>
    </div>
  );
}

function SignUp({ form }: { readonly form: EventForm }): ReactElement {
  if (!form.takesSignUps) return <div className="phone__card">{words.noSignUp}</div>;
  const isGroups = form.form === 'qc';
  const seats = isGroups ? words.groups : words.seats;
  return (
    <div className="phone__card">
      {form.capacity === '' ? null : <div>{seats(form.capacity)}</div>}
      {form.maxParty === '' || isGroups ? null : <div>{words.party(form.maxParty)}</div>}
      {form.opensAt === '' ? null : <div>{words.opens(momentText(toInstant(form.opensAt), now()))}</div>}
      {form.closesAt === '' ? null : <div>{words.closes(momentText(toInstant(form.closesAt), now()))}</div>}
    </div>
  );
}

export function PhonePreview({ form, item }: PhonePreviewProps): ReactElement {
  const regionName = displayNameOf(form.region) ?? '';
  return (
    <section className="phone" aria-label={editorWords.preview}>
      {/* It scrolls, so that the keyboard must reach it. */}
      <div className="phone__screen" tabIndex={0} role="group" aria-label={editorWords.preview}>
        {item === undefined ? null : <span className="phone__kind">{item.kind}</span>}
        <div className="phone__title">{form.title === '' ? words.noTitle : form.title}</div>
        <div className="phone__free">{words.free}</div>
        <div className="phone__card">
          <Fact name={words.time}>{spanText(toInstant(form.startsAt), toInstant(form.endsAt), now())}</Fact>
          <Fact name={words.place} note={form.placed ? form.venueAddress : ''}>
            {form.placed ? form.venueName : `${regionName} · ${words.noPlace}`}
          </Fact>
          <Fact name={words.audience}>{form.audiences.join('、')}</Fact>
          {form.suits === '' ? null : <Fact name={words.suits}>{form.suits}</Fact>}
          {form.bring === '' ? null : <Fact name={words.bring}>{form.bring}</Fact>}
          {form.meetAt === '' ? null : <Fact name={words.meetAt}>{form.meetAt}</Fact>}
          <Fact name={words.organiser}>{form.organiserName}</Fact>
          {form.organiserPhone === '' ? null : <Fact name={words.phone}>{form.organiserPhone}</Fact>}
        </div>
        <SignUp form={form} />
        {form.summary === '' ? null : (
          <div>
            <div className="phone__heading">{words.about}</div>
            <div className="phone__summary">{form.summary}</div>
          </div>
        )}
        {item === undefined ? null : (
          <div className="phone__basis">
            {words.basis} {item.documentNo} {item.paragraph}
            <div>“{item.name}”</div>
          </div>
        )}
      </div>
      {form.takesSignUps ? (
        <div className="phone__bar" aria-hidden>
          <span className="phone__button">{words.button}</span>
        </div>
      ) : null}
    </section>
  );
}
