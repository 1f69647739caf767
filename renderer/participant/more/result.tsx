/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { ResultGroup, ResultView, Sentence } from '@core/rules/result-model'
import { resultView } from '@core/rules/result-view'
import { formatList } from '../../shared/i18n/format'
import { sentenceText } from '../../shared/i18n/sentence'
import type { Lookup } from '@core/text/lookup'
import { useLabel, usePage } from '../context'
import type { VoteRound } from '../model/screen'
import { Deed, Frame } from '../parts/frame'
import { slotOf } from '../parts/mark'
import { ResultList } from './result-lists'

/** Letters; options that share the first place can be many. */
const LONGEST_TITLE = 110

/** The result as the room sees it: own voice and everyone side by side, then every other voice. */
export const ResultScreen = ({ vote, index, ended }: VoteRound & { readonly ended?: boolean }) => {
  const { phone, t, lang } = usePage()
  const [others, setOthers] = useState(false)
  const names = useNames()
  const voices = phone.view?.voice.values() ?? []
  const result = resultView(vote, index, voices, 'room')
  if (!result) return null
  const say = (sentence: Sentence): string => sentenceText(t, lang, sentence)
  const own = ownGroup(result, phone.mine.voiceId)
  const { name } = result.method
  const byVoice = result.options.some(({ cells }) => cells.some(({ share }) => share !== null))
  const shown = others ? result.groups : own ? [own] : []
  return (
    <Frame
      key={others ? 'others' : 'own'}
      class="main-result"
      title={ended ? t('participant:ended.title') : headline(result, own, say, t, names)}
      lead={common(result, say) ?? undefined}
      foot={
        !byVoice ? undefined : (
          <Deed plain onClick={() => setOthers(!others)}>
            {t(others ? 'phoneMore:result.back' : 'phoneMore:result.others')}
          </Deed>
        )
      }
    >
      {name === 'consent' || name === 'effort-effect' ? null : (
        <Legend groups={shown} own={own} unit={t(`phoneMore:result.unit.${name}`)} />
      )}
      <ResultList result={result} groups={shown} nameOf={names} />
      {result.notes.map((note) => (
        <p key={note.key} class="small quiet">
          {say(note)}
        </p>
      ))}
    </Frame>
  )
}

const ownGroup = ({ groups }: ResultView, voiceId: string | null | undefined): ResultGroup | null =>
  groups.find((group) => (voiceId == null ? group.unstated : group.voiceIds.includes(voiceId))) ?? null

const useNames = (): ((group: ResultGroup) => string) => {
  const { lang } = usePage()
  const label = useLabel()
  return (group) => formatList(lang, group.names.map(label))
}

/** What one's own voice put first, else what everyone did; of consent, whether somebody objects. */
const headline = (
  result: ResultView,
  own: ResultGroup | null,
  say: (sentence: Sentence) => string,
  t: Lookup,
  names: (group: ResultGroup) => string,
): string => {
  const first = own?.first.length === 1 ? result.options.find((option) => option.id === own.first[0]) : undefined
  if (own && first && result.method.name !== 'consent')
    return t('phoneMore:result.ownFirst', { voice: names(own), option: first.text })
  const consent = result.sentences.find(({ key }) => /^result:consent[.\w]*$/.test(key))
  const sentence = consent ?? result.sentences[0]
  const words = sentence ? say(sentence) : ''
  return words === '' || words.length > LONGEST_TITLE ? result.question : words
}

/** What all voices share, or where they part most. */
const common = ({ sentences }: ResultView, say: (sentence: Sentence) => string): string | null => {
  const wanted = ['everyVoiceFirst', 'everyVoiceTop', 'everyVoiceTopSeveral', 'differMost']
  const found = wanted.map((name) => sentences.find(({ key }) => key === `result:${name}`)).find((one) => one)
  return found ? say(found) : null
}

type LegendProps = {
  readonly groups: readonly ResultGroup[]
  readonly own: ResultGroup | null
  readonly unit: string
}

const Legend = ({ groups, own, unit }: LegendProps) => {
  const { t } = usePage()
  const names = useNames()
  return (
    <ul class="legend">
      <li>
        <span class="legend-all" /> {t('phoneMore:result.everyone')}
      </li>
      {groups.map((group) => (
        <li key={group.id}>
          <span class={`legend-voice pat voice-${group.slot === 'joined' ? 'joined' : slotOf(group.slot)}`} />{' '}
          {group === own ? t('phoneMore:result.you', { voice: names(group) }) : names(group)}
        </li>
      ))}
      <li class="legend-unit">{unit}</li>
    </ul>
  )
}
