import { Menu } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import type { TopicTable } from '@core/compare/place-topics'
import { useT } from '../../shared/i18n/use-t'
import { PictureItems, PictureSaid } from '../report/picture-items'
import { usePicture } from '../report/use-picture'
import { whatOf } from './comparison'
import type { By, Filter } from './comparison'
import { heatGroups } from './heat-model'

/** The report draws no map with more rows. */
const MOST_ROWS = 24

interface CopyPictureProps {
  readonly compareId: string
  readonly by: By
  readonly filter: Filter
  readonly table: TopicTable
}

/** The heat map as the public report draws it, for a letter or a slide. */
export const CopyPicture = ({ compareId, by, filter, table }: CopyPictureProps) => {
  const t = useT()
  const pictures = usePicture()
  const [first] = heatGroups(table)
  if (first === undefined || table.rows.length === 0 || table.rows.length > MOST_ROWS) return null
  const ask = { profile: 'public', what: whatOf(compareId, by, filter), chartId: `compare-${first.id}s-map` } as const
  return (
    <>
      <PictureSaid pictures={pictures} />
      <Menu withinPortal position="bottom-end">
        <Menu.Target>
          <button type="button" className="btn">
            <IconPhoto size={17} stroke={1.75} aria-hidden="true" />
            <span>{t('common:picture.take')}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <PictureItems pictures={pictures} ask={ask} />
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
