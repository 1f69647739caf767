import { useRecord } from '../../../shared/replica/react'
import { useSelection } from '../../app/selection'
import type { BoardIndex } from '../model/zone-index'
import { CardDrawer } from './card-drawer'
import { ClusterDrawer } from './cluster-drawer'

/** Details of what was opened on the board. */
export const BoardDrawer = ({ index }: { readonly index: BoardIndex }) => {
  const { open } = useSelection()
  const card = useRecord('card', open?.type === 'card' ? open.id : null)
  const cluster = useRecord('cluster', open?.type === 'cluster' ? open.id : null)
  if (card) return <CardDrawer key={card.id} card={card} index={index} />
  return cluster ? <ClusterDrawer key={cluster.id} cluster={cluster} index={index} /> : null
}
