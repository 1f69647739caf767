import { Menu } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { Fragment } from 'react'
import type { TopicTable } from '@core/compare/place-topics'
import { MOST_DRAWN } from '@core/compare/views'
import { useT } from '../../shared/i18n/use-t'
import { PictureItems, PictureSaid } from '../report/picture-items'
import { usePicture } from '../report/use-picture'
import { whatOf } from './comparison'
import type { By, Filter } from './comparison'
import { heatGroups } from './heat-model'

interface CopyPictureProps {
  readonly compareId: string
  readonly by: By
  readonly filter: Filter
  readonly table: TopicTable
}

/** The heat maps as the public report draws them, for a letter or a slide. */
export const CopyPicture = ({ compareId, by, filter, table }: CopyPictureProps) => {
  const t = useT()
  const pictures = usePicture()
  const groups = heatGroups(table)
  if (groups.length === 0 || table.rows.length === 0) return null
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
          {groups.map(({ id }) => (
            <Fragment key={id}>
              {groups.length > 1 ? <Menu.Label>{t(`report:compare.heading.${id}s`)}</Menu.Label> : null}
              <PictureItems
                pictures={pictures}
                ask={{ profile: 'public', what: whatOf(compareId, by, filter), chartId: `compare-${id}s-map` }}
              />
            </Fragment>
          ))}
          {table.rows.length > MOST_DRAWN ? (
            <Menu.Label>{t(`compare:picture.${by}`, { count: MOST_DRAWN, all: table.rows.length })}</Menu.Label>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
