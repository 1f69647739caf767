import type { ComponentProps } from 'react'
import type { CompareView } from '@core/protocol/report-views'
import { useStore } from '../app/store'
import { CellDrawer } from './cell-drawer'
import { reading } from './comparison'
import { ExportDrawer } from './export-drawer'
import type { Chosen } from './heat-model'
import { NarrowDrawer } from './narrow-drawer'

/** What stands at the right of the work. */
export type Side = { readonly kind: 'cell'; readonly chosen: Chosen } | { readonly kind: 'export' | 'narrow' } | null

interface SideDrawerProps {
  readonly view: CompareView
  readonly base: CompareView | null
  readonly side: Side
  readonly onSide: (side: Side) => void
  readonly exporting: Omit<ComponentProps<typeof ExportDrawer>, 'view' | 'onClose'>
}

/** The statements behind a cell, what is counted, or the export. */
export const SideDrawer = ({ view, base, side, onSide, exporting }: SideDrawerProps) => {
  const { by } = useStore(reading)
  const close = (): void => onSide(null)
  switch (side?.kind) {
    case 'cell':
      return (
        <CellDrawer
          key={`${by} ${side.chosen.row} ${side.chosen.topic}`}
          view={view}
          by={by}
          chosen={side.chosen}
          onChoose={(chosen) => onSide({ kind: 'cell', chosen })}
          onClose={close}
        />
      )
    case 'export':
      return <ExportDrawer {...exporting} view={view} onClose={close} />
    case 'narrow':
      return base === null ? null : <NarrowDrawer base={base} onClose={close} />
    case undefined:
      return null
  }
}
