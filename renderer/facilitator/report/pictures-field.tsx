import { Menu } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import type { ExportPart } from '@core/protocol/report-views'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useOrdered } from '../../shared/replica/react'
import { Fold } from './fold'
import { PictureItems, PictureSaid } from './picture-items'
import type { ReportAsk } from './report-kit'
import { usePicture } from './use-picture'
import type { PictureAsk, Pictures } from './use-picture'

interface RowProps {
  readonly title: string
  readonly from: string
  readonly ask: PictureAsk
  readonly pictures: Pictures
}

const Row = ({ title, from, ask, pictures }: RowProps) => {
  const t = useT()
  const name = t('reportPlace:pictures.take', { title, from })
  return (
    <li className="report-picture">
      <span>
        {title} <span className="quiet small">{from}</span>
      </span>
      <Menu withinPortal position="bottom-end">
        <Menu.Target>
          <button type="button" className="btn btn-icon btn-quiet btn-small" aria-label={name} title={name}>
            <IconPhoto size={17} stroke={1.75} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <PictureItems pictures={pictures} ask={ask} />
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}

interface PicturesFieldProps {
  readonly parts: readonly ExportPart[]
  readonly ask: ReportAsk
}

/** Every chart of the report and every board, to take away on its own. */
export const PicturesField = ({ parts, ask: { profile, lang, what } }: PicturesFieldProps) => {
  const t = useT()
  const boards = useOrdered('board')
  const pictures = usePicture()
  const charts = parts.flatMap((part) => part.charts.map((chart) => ({ ...chart, from: chart.under ?? part.title })))
  const count = charts.length + boards.length
  return (
    <Fold title={t('reportPlace:pictures.title')} now={t('reportPlace:pictures.count', { count })}>
      <p className="quiet small">{t(`reportPlace:pictures.${count === 0 ? 'none' : 'text'}`)}</p>
      <ul className="report-pictures">
        {charts.map(({ id, title, from }) => (
          <Row key={id} title={title} from={from} ask={{ what, chartId: id, profile, lang }} pictures={pictures} />
        ))}
        {boards.map(({ id, label }) => (
          <Row
            key={id}
            title={labelText(t, label)}
            from={t('reportPlace:pictures.board')}
            ask={{ what: { kind: 'board', boardId: id, paper: 'a4' }, profile, lang }}
            pictures={pictures}
          />
        ))}
      </ul>
      <PictureSaid pictures={pictures} />
    </Fold>
  )
}
