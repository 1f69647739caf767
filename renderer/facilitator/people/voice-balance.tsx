import { IconMessageCircle } from '@tabler/icons-react'
import { levelsInRoom } from '@core/rules/levels'
import { formatPercent } from '../../shared/i18n/format'
import { labelText } from '../../shared/i18n/label'
import { useLang, useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { VoiceBand } from '../../shared/look/voice-band'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useOrdered, useSession } from '../../shared/replica/react'
import { useFormat } from '../app/use-format'
import { voiceSlot } from '../app/voice-slot'
import { useBalance, useQuietVoices } from './use-balance'
import type { Balance } from './use-balance'
import { useChange } from './use-change'
import { useClosed } from './use-closed'

/** From this much less of what was said than of the people, a voice is named. */
const NAMED_FROM = 0.1

/** The voice that said least beside how many speak for it; null where all are about even. */
const mostUnder = (rows: Balance['rows'], k: number) =>
  rows
    .filter(({ present, share, ofPeople }) => present >= k && (ofPeople ?? 0) - (share ?? 0) >= NAMED_FROM)
    .toSorted((a, b) => (b.ofPeople ?? 0) - (b.share ?? 0) - ((a.ofPeople ?? 0) - (a.share ?? 0)))[0] ?? null

const Finding = ({ balance, k }: { readonly balance: Balance; readonly k: number }) => {
  const t = useT()
  const lang = useLang()
  const { rows, anybody } = balance
  if (!anybody) return <p className="missing people-none">{t('people:balance.none')}</p>
  if (rows.every((row) => row.present === 0)) return <p className="balance-finding">{t('people:balance.uncounted')}</p>
  const under = mostUnder(rows, k)
  if (under === null) return <p className="balance-finding">{t('people:balance.even')}</p>
  return (
    <p className="balance-finding">
      {t('people:balance.under', {
        voice: labelText(t, under.voice.label),
        people: formatPercent(lang, under.ofPeople ?? 0),
        share: formatPercent(lang, under.share ?? 0),
      })}
    </p>
  )
}

/** What nobody in the room could say, and who has been quiet. States, and leaves it there. */
const Hints = () => {
  const t = useT()
  const { list } = useFormat()
  const voices = useOrdered('voice')
  const quiet = useQuietVoices()
  const { missing } = levelsInRoom(voices)
  const nameOf = (id: string): string => {
    const voice = voices.find((one) => one.id === id)
    return voice ? labelText(t, voice.label) : ''
  }
  return (
    <ul className="balance-hints">
      {quiet.map(({ voiceId, forMs }) => (
        <li key={voiceId}>
          {t('people:balance.quiet', { voice: nameOf(voiceId), count: Math.floor(forMs / 60_000) })}
        </li>
      ))}
      {missing.length === 0 ? null : (
        <li>{t('people:balance.missing', { levels: list(missing.map((level) => t(`people:levelName.${level}`))) })}</li>
      )}
    </ul>
  )
}

const Bands = ({ rows }: { readonly rows: Balance['rows'] }) => {
  const t = useT()
  const lang = useLang()
  const { list } = useFormat()
  const words = (of: 'share' | 'ofPeople'): string =>
    list(
      rows.map((row) =>
        t('shell:foot.part', { voice: labelText(t, row.voice.label), said: formatPercent(lang, row[of] ?? 0) }),
      ),
    )
  return (
    <div className="balance-bands">
      <span>{t('people:balance.people')}</span>
      <VoiceBand
        parts={rows.map((row) => ({ voice: voiceSlot(row.voice), count: row.present }))}
        label={words('ofPeople')}
        height={20}
      />
      <span>{t('people:balance.share')}</span>
      <VoiceBand
        parts={rows.map((row) => ({ voice: voiceSlot(row.voice), count: row.said + row.turns }))}
        label={words('share')}
        height={20}
      />
    </div>
  )
}

const Row = ({ row, closed }: { readonly row: Balance['rows'][number]; readonly closed: boolean }) => {
  const t = useT()
  const lang = useLang()
  const change = useChange()
  const name = labelText(t, row.voice.label)
  const share = (value: number | null): string => (value === null ? '\u2013' : formatPercent(lang, value))
  return (
    <tr>
      <th scope="row">
        <span className="balance-voice">
          <VoiceMark voice={voiceSlot(row.voice)} size={14} /> {name}
        </span>
      </th>
      <td>{row.said}</td>
      <td>{row.turns}</td>
      <td>{share(row.share)}</td>
      <td>{share(row.ofPeople)}</td>
      <td className="row-tools">
        {closed ? null : (
          <Button
            size="small"
            title={t('people:balance.turnOf', { voice: name })}
            icon={<IconMessageCircle size={15} stroke={1.75} aria-hidden="true" />}
            onClick={() => change('turn.add', { voiceId: row.voiceId })}
          >
            {t('people:balance.turn')}
            <span className="visually-hidden"> {name}</span>
          </Button>
        )}
      </td>
    </tr>
  )
}

/** What each voice said beside how many speak for it; a turn is counted with one press. */
export const VoiceBalance = () => {
  const t = useT()
  const balance = useBalance()
  const session = useSession()
  const closed = useClosed()
  return (
    <section className="people-section" aria-labelledby="balance-title">
      <h2 id="balance-title">{t('people:balance.title')}</h2>
      <p className="quiet small">{t('people:balance.lead')}</p>
      <Finding balance={balance} k={session?.k.room ?? 3} />
      <Hints />
      {balance.rows.length === 0 ? null : (
        <>
          {balance.anybody ? <Bands rows={balance.rows} /> : null}
          <div className="table-scroll">
            <table className="people-table balance-table" aria-label={t('people:balance.table')}>
              <thead>
                <tr>
                  <th scope="col">{t('people:column.voice')}</th>
                  <th scope="col">{t('people:balance.said')}</th>
                  <th scope="col">{t('people:balance.turns')}</th>
                  <th scope="col">{t('people:balance.share')}</th>
                  <th scope="col">{t('people:balance.people')}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t('people:column.tools')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {balance.rows.map((row) => (
                  <Row key={row.voiceId} row={row} closed={closed} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
