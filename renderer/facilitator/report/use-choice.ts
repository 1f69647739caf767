import { useMemo, useState } from 'react'
import { labOf, sessionOf } from '@core/model/document'
import { formatsOf } from '@core/report/formats'
import { availableKinds } from '@core/report/kinds'
import { roundsOf } from '@core/rules/dialogue-rounds'
import { useClient, useReplica, useTable } from '../../shared/replica/react'
import type { CoverChoice, Format, PartsChoice, Profile, ReportAsk, ReportKind } from './report-kit'
import { choicesOf, isReportKind, nextRound, REPORT_LANG, whatOf } from './report-kit'
import { useParts, useSettled, useStamp } from './use-plan'

/** A page to read anywhere; in the desktop app, which always prints, also the PDF that is sent around. */
const startFormats = (prints: boolean): readonly Format[] => (prints ? ['html', 'pdf'] : ['html'])

/** Everything that is chosen in the place of reports, and what it comes to. */
export const useChoice = () => {
  const replica = useReplica()
  const [lab, session, statement, board] = [
    useTable('lab'),
    useTable('session'),
    useTable('statement'),
    useTable('board'),
  ]
  const view = { ...replica.view, lab, session, statement, board }
  const prints = useClient().welcome()?.capabilities.nativeDialogs === true
  const stamp = useStamp()
  const [wantedKind, setKind] = useState<ReportKind>('session')
  const [wantedRound, setRound] = useState<number | null>(null)
  const [profile, setProfile] = useState<Profile>('participants')
  const [lang, setLang] = useState(REPORT_LANG)
  const [wantedFormats, setFormats] = useState<readonly Format[]>(() => startFormats(prints))
  const [partsChoice, setParts] = useState<PartsChoice>(null)
  const [cover, setCover] = useState<CoverChoice>({})
  const kinds = availableKinds(view).filter(isReportKind)
  const kind = kinds.includes(wantedKind) ? wantedKind : 'session'
  const rounds = roundsOf(view)
  const round = Math.min(wantedRound ?? nextRound(view), Math.max(2, rounds.length))
  const what = useMemo(() => whatOf(kind, round), [kind, round])
  const parts = useParts({ profile, lang, what }, stamp)
  const ask: ReportAsk = { profile, lang, what, choices: choicesOf(parts, partsChoice, cover) }
  const offered = formatsOf(kind)
  return {
    stamp,
    kinds,
    kind,
    chooseKind: (chosen: ReportKind): void => {
      setKind(chosen)
      // Another kind has other parts.
      setParts(null)
    },
    rounds,
    round,
    setRound,
    profile,
    setProfile,
    lang,
    setLang,
    offered,
    formats: wantedFormats.filter((format) => offered.includes(format)),
    setFormats,
    parts,
    partsChoice,
    setParts,
    cover,
    setCover,
    lab: labOf(view),
    day: sessionOf(view)?.day ?? '',
    ask,
    settled: useSettled(ask),
  }
}
