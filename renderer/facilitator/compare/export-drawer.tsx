import { IconEye, IconFileExport } from '@tabler/icons-react'
import type { ExportFormat } from '@core/report/formats'
import type { CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Drawer } from '../app/drawer'
import { ExportState } from '../report/export-state'
import { FolderField } from '../report/folder-field'
import { FormatField } from '../report/format-field'
import { LangField } from '../report/lang-field'
import { PlanNote } from '../report/plan-note'
import { ProfileField } from '../report/profile-field'
import { REPORT_LANG } from '../report/report-kit'
import type { Profile, ReportAsk } from '../report/report-kit'
import { useExport } from '../report/use-export'
import { usePlan, useSettled } from '../report/use-plan'
import { isFiltered } from './comparison'
import type { Filter } from './comparison'

/** For whom the comparison is written, and how. */
export type ExportChoice = {
  readonly profile: Profile
  readonly formats: readonly ExportFormat[]
  readonly lang: string
  /** Null: where reports go. */
  readonly folder: string | null
}
export const FIRST_CHOICE: ExportChoice = { profile: 'public', formats: ['html'], lang: REPORT_LANG, folder: null }

interface ExportDrawerProps {
  readonly view: CompareView
  readonly filter: Filter
  /** What is asked for, as it is seen on the screen. */
  readonly ask: ReportAsk
  readonly choice: ExportChoice
  readonly onChoice: (choice: ExportChoice) => void
  readonly preview: boolean
  readonly onPreview: () => void
  readonly onClose: () => void
}

/** The comparison as files: for whom, and in which formats. What is filtered here is filtered there. */
export const ExportDrawer = (props: ExportDrawerProps) => {
  const { view, filter, ask, choice, onChoice, preview, onPreview, onClose } = props
  const { profile, formats, lang, folder } = choice
  const t = useT()
  const job = useExport('compare')
  const statements = view.sessions.reduce((sum, session) => sum + session.statements, 0)
  const change = (part: Partial<ExportChoice>): void => onChoice({ ...choice, ...part })
  const obstacle =
    formats.length === 0 ? t('reportPlace:format.none') : job.busy ? t('reportPlace:state.busy') : undefined
  const plan = usePlan(useSettled(ask), 0, folder)
  const write = (): void => void job.run({ ...ask, formats: [...formats], ...(folder === null ? {} : { folder }) })
  return (
    <Drawer
      title={t('compare:export.title')}
      takesFocus
      onClose={onClose}
      actions={
        <>
          <ExportState job={job} onFolder={(other) => change({ folder: other })} />
          <Button
            kind="primary"
            icon={<IconFileExport size={17} stroke={1.75} />}
            unavailable={obstacle}
            onClick={write}
          >
            {t('reportPlace:write')}
          </Button>
        </>
      }
    >
      <p className="quiet">
        {t(isFiltered(filter) ? 'compare:export.some' : 'compare:export.all', {
          statements: t('report:compare.statements', { count: statements }),
          sessions: t('report:compare.sessions', { count: view.sessions.length }),
        })}
      </p>
      <Button icon={<IconEye size={17} stroke={1.75} />} pressed={preview} onClick={onPreview}>
        {t('compare:export.preview')}
      </Button>
      <ProfileField profile={profile} onChoose={(next) => change({ profile: next })} />
      <PlanNote plan={plan} profile={profile} />
      <FormatField formats={formats} onChoose={(next) => change({ formats: next })} />
      <LangField lang={lang} onChoose={(next) => change({ lang: next })} />
      <FolderField plan={plan} folder={folder} onChoose={(next) => change({ folder: next })} />
    </Drawer>
  )
}
