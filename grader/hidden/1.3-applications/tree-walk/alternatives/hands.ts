interface Entry {
  name: string;
  kind: 'file' | 'folder';
  size: number;
}
type List = (path: string) => Promise<Entry[]>;

// As many hands as are allowed, each in a loop; an idle hand sleeps until a folder turns up or the walk is over.
export async function diskUsage(root: string, list: List, limit: number): Promise<number> {
  const folders = [root];
  const idle: (() => void)[] = [];
  let busy = 0;
  let total = 0;
  let over = false;

  const wakeAll = (): void => {
    for (const wake of idle.splice(0)) wake();
  };
  const hand = async (): Promise<void> => {
    while (!over) {
      const path = folders.pop();
      if (path === undefined) {
        await new Promise<void>((wake) => idle.push(wake));
        continue;
      }
      busy += 1;
      try {
        for (const { name, kind, size } of await list(path)) {
          if (kind === 'folder') folders.push(`${path}/${name}`);
          else total += size;
        }
      } catch (error) {
        over = true;
        throw error;
      } finally {
        busy -= 1;
        if (busy === 0 && folders.length === 0) over = true;
        wakeAll();
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, hand));
  return total;
}
