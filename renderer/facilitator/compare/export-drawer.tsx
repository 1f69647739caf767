import { IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { ExportFormat } from '@core/report/formats'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Drawer } from '../app/drawer'
import { ExportState } from '../report/export-state'
import { FormatField } from '../report/format-field'
import { ProfileField } from '../report/profile-field'
import { REPORT_LANG } from '../report/report-kit'
import type { Profile } from '../report/report-kit'
import { useExport } from '../report/use-export'
import { isFiltered } from './comparison'
import type { By, Filter } from './comparison'

interface ExportDrawerProps {
  readonly compareId: string
  readonly by: By
  readonly filter: Filter
  readonly onClose: () => void
}

/** The comparison as files: for whom, and in which formats. What is filtered here is filtered there. */
export const ExportDrawer = ({ compareId, by, filter, onClose }: ExportDrawerProps) => {
  const t = useT()
  const [profile, setProfile] = useState<Profile>('public')
  const [formats, setFormats] = useState<readonly ExportFormat[]>(['html'])
  const job = useExport()
  const obstacle =
    formats.length === 0 ? t('reportPlace:format.none') : job.busy ? t('reportPlace:state.busy') : undefined
  const what = { kind: 'compare', compareId, by, ...(isFiltered(filter) ? { filter } : {}) } as const
  return (
    <Drawer
      title={t('compare:export.title')}
      takesFocus
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          icon={<IconFileExport size={17} stroke={1.75} />}
          unavailable={obstacle}
          onClick={() => void job.run({ profile, lang: REPORT_LANG, formats: [...formats], what })}
        >
          {t('reportPlace:write')}
        </Button>
      }
    >
      <ExportState job={job} />
      <ProfileField profile={profile} onChoose={setProfile} />
      <FormatField formats={formats} onChoose={setFormats} />
    </Drawer>
  )
}
