import type { ResultGroup, ResultView } from '@core/rules/result-model'
import { formatList } from '../i18n/format'
import { labelText } from '../i18n/label'
import { useLang, useT } from '../i18n/use-t'
import { VoiceMark } from '../look/voice-mark'
import { voiceClass } from '../look/voices'
import { voiceLook } from './look'
import './first-choices.css'

interface FirstChoicesProps {
  readonly result: ResultView
  readonly groups?: readonly ResultGroup[]
  readonly markSize?: number
  /** Stands where a group has no clear first choice. */
  readonly none: string
}

/** What each shown group put first; small voices stand together under both names. */
export const FirstChoices = ({ result, groups = result.groups, markSize = 15, none }: FirstChoicesProps) => {
  const t = useT()
  const lang = useLang()
  const textOf = (id: string): string => result.options.find((option) => option.id === id)?.text ?? ''
  return (
    <ul className="first-choices">
      {groups.map((group) => {
        const look = voiceLook(group.slot)
        return (
          <li key={group.id} className={`first-choice edge ${voiceClass(look)}`}>
            <span className="first-choice-voice">
              <VoiceMark voice={look} size={markSize} />
              <span dir="auto">
                {formatList(
                  lang,
                  group.names.map((name) => labelText(t, name)),
                )}
              </span>
            </span>
            <b className="first-choice-text" dir="auto">
              {group.first.length === 0 ? none : formatList(lang, group.first.map(textOf))}
            </b>
          </li>
        )
      })}
    </ul>
  )
}
