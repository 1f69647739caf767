import { IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
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
import type { Profile } from '../report/report-kit'
import { useExport } from '../report/use-export'
import { usePlan, useSettled } from '../report/use-plan'
import { isFiltered, whatOf } from './comparison'
import type { By, Filter } from './comparison'

interface ExportDrawerProps {
  readonly view: CompareView
  readonly by: By
  readonly filter: Filter
  readonly onClose: () => void
}

/** The comparison as files: for whom, and in which formats. What is filtered here is filtered there. */
export const ExportDrawer = ({ view, by, filter, onClose }: ExportDrawerProps) => {
  const t = useT()
  const [profile, setProfile] = useState<Profile>('public')
  const [formats, setFormats] = useState<readonly ExportFormat[]>(['html'])
  const [lang, setLang] = useState<string>(REPORT_LANG)
  const [folder, setFolder] = useState<string | null>(null)
  const job = useExport()
  const statements = view.sessions.reduce((sum, session) => sum + session.statements, 0)
  const obstacle =
    formats.length === 0 ? t('reportPlace:format.none') : job.busy ? t('reportPlace:state.busy') : undefined
  const what = whatOf(view.compareId, by, filter)
  const plan = usePlan(useSettled({ profile, lang, what }), 0, folder)
  return (
    <Drawer
      title={t('compare:export.title')}
      takesFocus
      onClose={onClose}
      actions={
        <>
          <ExportState job={job} />
          <Button
            kind="primary"
            icon={<IconFileExport size={17} stroke={1.75} />}
            unavailable={obstacle}
            onClick={() =>
              void job.run({ profile, lang, formats: [...formats], what, ...(folder === null ? {} : { folder }) })
            }
          >
            {t('reportPlace:write')}
          </Button>
        </>
      }
    >
      <ExportState job={job} onFolder={setFolder} />
      <p className="quiet">
        {t(isFiltered(filter) ? 'compare:export.some' : 'compare:export.all', {
          statements: t('report:compare.statements', { count: statements }),
          sessions: t('report:compare.sessions', { count: view.sessions.length }),
        })}
      </p>
      <ProfileField profile={profile} onChoose={setProfile} />
      <PlanNote plan={plan} profile={profile} />
      <FormatField formats={formats} onChoose={setFormats} />
      <LangField lang={lang} onChoose={setLang} />
      <FolderField plan={plan} folder={folder} onChoose={setFolder} />
    </Drawer>
  )
}
