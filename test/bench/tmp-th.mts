import { articles } from './articles.ts';
import { bundle } from './bundles.ts';
import { throughput } from './throughput.ts';

async function main() {
  const t = articles(8);
  const rs = [];
  for (const n of process.argv.slice(2))
    rs.push({ name: n, texts: t, read: ((await import((await bundle(`readers/${n}.ts`)).url)) as any).read });
  for (const r of throughput(rs, 15)) console.log(r.name, JSON.stringify(r.speed), JSON.stringify(r.ratio));
}
main();
