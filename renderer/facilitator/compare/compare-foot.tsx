import type { VoiceLookId } from '@core/charts/voice-looks'
import type { CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { VoiceBand } from '../../shared/look/voice-band'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useFormat } from '../app/use-format'
import { lookOf } from './compare-words'

/** Voices with a figure of their own; all of them are in the band. */
const NAMED = 6
/** So many letters have room beside each other. */
const LETTERS = 44

/** Those with most statements, as many as have room for their names; at least one. */
const namedOf = (voices: CompareView['voices']): CompareView['voices'] => {
  let letters = 0
  return voices.slice(0, NAMED).filter(({ name }, at) => {
    letters += name.length
    return at === 0 || letters <= LETTERS
  })
}

/** Labs give the same look to different voices: a look stands once in the band. */
const bandOf = (voices: CompareView['voices']) => {
  const counts = new Map<VoiceLookId, number>()
  for (const { slot, statements } of voices) {
    counts.set(lookOf(slot), (counts.get(lookOf(slot)) ?? 0) + statements)
  }
  return [...counts].map(([voice, count]) => ({ voice, count }))
}

/** Who spoke in all that is compared, and what it rests on. */
export const CompareFoot = ({ view }: { readonly view: CompareView | null }) => {
  const t = useT()
  const { list } = useFormat()
  if (view === null)
    return <footer className="foot" data-area="foot" tabIndex={-1} aria-label={t('compare:foot.name')} />
  const { voices, sessions, damaged, doubles } = view
  const statements = sessions.reduce((sum, session) => sum + session.statements, 0)
  const named = namedOf(voices)
  const words = voices.map(({ name, statements: count }) => t('shell:foot.part', { voice: name, said: count }))
  return (
    <footer className="foot" data-area="foot" tabIndex={-1} aria-label={t('compare:foot.name')}>
      <p className="foot-name">{t('compare:foot.spoke')}</p>
      <div className="foot-band">
        <VoiceBand parts={bandOf(voices)} label={words.length === 0 ? t('shell:foot.nobody') : list(words)} />
      </div>
      <ul className="foot-voices">
        {named.map(({ name, slot, statements: count }) => (
          <li key={name}>
            <span className="foot-part" title={name}>
              <VoiceMark voice={lookOf(slot)} size={13} />
              <span className="foot-voice">{name}</span>
              <b>{count}</b>
            </span>
          </li>
        ))}
      </ul>
      {named.length < voices.length ? (
        <p className="small quiet">{t('compare:foot.more', { count: voices.length - named.length })}</p>
      ) : null}
      <p className="foot-quiet">
        {t('compare:foot.rests', {
          statements: t('report:compare.statements', { count: statements }),
          sessions: t('report:compare.sessions', { count: sessions.length }),
          count: damaged.length + doubles.length,
        })}
      </p>
    </footer>
  )
}
