import { IconCalendarEvent, IconUsersGroup } from '@tabler/icons-react'
import type { Project } from '@core/model/work'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceClass } from '../../shared/look/voices'
import { useFormat } from '../app/use-format'
import { CARRY_ATTRIBUTE } from '../dnd/carry-surface'
import { openOutcome } from '../outcomes/drafts'
import { useOwnerView } from '../outcomes/owner'
import { useToday } from '../outcomes/today'

const ICON = { size: 15, stroke: 1.75, 'aria-hidden': true } as const

/** When it runs; what is over its end and still being tried is worth a look. */
const Span = ({ project }: { readonly project: Project }) => {
  const t = useT()
  const { day } = useFormat()
  const today = useToday()
  const { from, to, state } = project
  if (from === undefined && to === undefined) return null
  const over = to !== undefined && to < today && (state === 'idea' || state === 'try-out')
  const words =
    from !== undefined && to !== undefined
      ? t('work:span.both', { from: day(from, 'short'), to: day(to, 'short') })
      : from !== undefined
        ? t('work:span.from', { from: day(from, 'short') })
        : t('work:span.to', { to: day(to ?? '', 'short') })
  return (
    <span className={over ? 'late-words' : 'quiet'}>
      <IconCalendarEvent {...ICON} /> {over ? t('work:span.over', { span: words }) : words}
    </span>
  )
}

interface ProjectCardProps {
  readonly project: Project
  readonly chosen: boolean
  readonly helpId: string
}

/** A project on the board. Enter and a click open it; Space picks it up. */
export const ProjectCard = ({ project, chosen, helpId }: ProjectCardProps) => {
  const t = useT()
  const owner = useOwnerView()(project.owner)
  const look = owner?.look ?? null
  const open = (): void => openOutcome({ type: 'project', id: project.id })
  const partners = project.partners.length
  return (
    <div
      {...{ [CARRY_ATTRIBUTE]: project.id }}
      aria-describedby={helpId}
      className={`task-card project-card ${look === null ? '' : `edge ${voiceClass(look)}`}`}
      data-chosen={chosen || undefined}
      data-project={project.id}
      role="button"
      tabIndex={0}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        open()
      }}
    >
      <span className="task-text">{project.title}</span>
      {project.aim === undefined ? null : <span className="project-aim">{project.aim}</span>}
      {owner === null ? null : (
        <span className="task-owner">
          {look === null ? null : <VoiceMark voice={look} size={13} />}
          {owner.name}
        </span>
      )}
      <span className="task-foot">
        {partners === 0 ? null : (
          <span className="quiet">
            <IconUsersGroup {...ICON} /> {t('work:project.partnerCount', { count: partners })}
          </span>
        )}
        <Span project={project} />
      </span>
    </div>
  )
}
