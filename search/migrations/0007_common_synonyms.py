"""The abbreviations of every Vietnamese office, and names that foreign readers know under others."""

import uuid

from django.db import migrations

NOTE = "Có sẵn khi cài đặt"
SETS = (
    ("UBND", "ủy ban nhân dân", "People's Committee"),
    ("HĐND", "hội đồng nhân dân", "People's Council"),
    ("MTTQ", "Mặt trận Tổ quốc", "Fatherland Front"),
    ("TTĐN", "thông tin đối ngoại", "foreign information", "external information"),
    ("NVNONN", "người Việt Nam ở nước ngoài", "kiều bào", "Việt kiều", "overseas Vietnamese"),
    ("DTTS", "dân tộc thiểu số", "ethnic minority", "ethnic minorities"),
    ("VHTTDL", "văn hóa thể thao và du lịch", "Culture Sports and Tourism"),
    ("VHTT", "văn hóa và thể thao", "Culture and Sports"),
    ("TTTT", "thông tin và truyền thông", "Information and Communications"),
    ("KHCN", "khoa học và công nghệ", "Science and Technology"),
    ("GDĐT", "giáo dục và đào tạo", "Education and Training"),
    ("LĐTBXH", "lao động thương binh và xã hội"),
    ("NNMT", "nông nghiệp và môi trường", "Agriculture and Environment"),
    ("KHĐT", "kế hoạch và đầu tư", "Planning and Investment"),
    ("QĐ", "quyết định"),
    ("NĐ", "nghị định", "decree"),
    ("NQ", "nghị quyết", "resolution"),
    ("TT", "thông tư", "circular"),
    ("KCN", "khu công nghiệp", "industrial park", "industrial zone"),
    ("KKT", "khu kinh tế", "economic zone"),
    ("FDI", "đầu tư trực tiếp nước ngoài", "foreign direct investment"),
    ("ODA", "hỗ trợ phát triển chính thức", "official development assistance"),
    ("UNESCO", "Tổ chức Giáo dục Khoa học và Văn hóa", "联合国教科文组织"),
    ("cố đô", "ancient capital", "former capital", "古都"),
    ("kinh thành", "hoàng thành", "đại nội", "imperial city", "citadel", "皇城"),
    ("lăng tẩm", "royal tombs", "imperial tombs", "tombeaux royaux"),
    ("nhã nhạc", "royal court music", "court music", "雅乐"),
    ("áo dài", "Vietnamese long dress", "奥黛"),
    ("ẩm thực", "món ăn", "cuisine", "gastronomy"),
    ("làng nghề", "craft village", "traditional crafts"),
    ("di sản thế giới", "world heritage", "patrimoine mondial", "世界遗产"),
    ("di sản phi vật thể", "intangible heritage"),
    ("lễ hội", "festival"),
    ("hải đăng", "ngọn hải đăng", "đèn biển", "lighthouse", "phare", "灯塔"),
    ("Huế", "Hué", "顺化"),
    ("du lịch", "tourism"),
    ("biên giới", "border"),
)


def seed(apps, schema_editor):
    apps.get_model("search", "ListsMark").objects.get_or_create(pk=1, defaults={"value": uuid.uuid4()})
    sets = apps.get_model("search", "SynonymSet")
    sets.objects.bulk_create(sets(words="\n".join(words), note=NOTE) for words in SETS)


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0006_lists_and_titles'),
    ]

    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
