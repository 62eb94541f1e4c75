"""Offices and functions of officials as the sheets of six languages, of Korea and of Greece write them."""

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "ko", "el")
OFFICES = tuple(
    tuple(line.split("|"))
    for line in """
Ministry of Justice|Ministère de la Justice|Ministerio de Justicia|Министерство юстиции|وزارة العدل|司法部|법무부|Υπουργείο Δικαιοσύνης
Ministry of the Interior|Ministère de l'Intérieur|Ministerio del Interior|Министерство внутренних дел|وزارة الداخلية|内政部|행정안전부|Υπουργείο Εσωτερικών
Ministry of Foreign Affairs|Ministère des Affaires étrangères|Ministerio de Relaciones Exteriores|Министерство иностранных дел|وزارة الخارجية|外交部|외교부|Υπουργείο Εξωτερικών
Office of the Prosecutor General|Parquet général|Fiscalía General|Генеральная прокуратура|النيابة العامة|最高检察院|대검찰청|Εισαγγελία
Supreme Court|Cour suprême|Corte Suprema|Верховный суд|المحكمة العليا|最高法院|대법원|Άρειος Πάγος
National Police|Police nationale|Policía Nacional|Национальная полиция|الشرطة الوطنية|国家警察|경찰청|Ελληνική Αστυνομία
Financial Intelligence Unit|Cellule de renseignement financier|Unidad de Inteligencia Financiera|Подразделение финансовой разведки|وحدة الاستخبارات المالية|金融情报中心|금융정보분석원|Αρχή Καταπολέμησης
Customs Service|Douanes|Aduanas|Таможенная служба|الجمارك|海关|관세청|Τελωνεία
Ministry of Finance|Ministère des Finances|Ministerio de Hacienda|Министерство финансов|وزارة المالية|财政部|기획재정부|Υπουργείο Οικονομικών
Central Bank|Banque centrale|Banco Central|Центральный банк|البنك المركزي|中央银行|중앙은행|Κεντρική Τράπεζα
Border Guard|Garde-frontières|Guardia de Fronteras|Пограничная служба|حرس الحدود|边防局|국경수비대|Συνοριοφυλακή
Judicial Training Institute|École de la magistrature|Escuela Judicial|Институт подготовки судей|معهد القضاء|法官学院|사법연수원|Σχολή Δικαστών
""".strip().splitlines()
)
FUNCTIONS = tuple(
    tuple(line.split("|"))
    for line in """
Judge|Juge|Juez|Судья|قاض|法官|판사|Δικαστής
Prosecutor|Procureur|Fiscal|Прокурор|وكيل نيابة|检察官|검사|Εισαγγελέας
Legal adviser|Conseiller juridique|Asesor jurídico|Юрисконсульт|مستشار قانوني|法律顾问|법률고문|Νομικός σύμβουλος
Head of unit|Chef d'unité|Jefe de unidad|Начальник отдела|رئيس وحدة|处长|과장|Προϊστάμενος
Director|Directeur|Director|Директор|مدير|司长|국장|Διευθυντής
Investigator|Enquêteur|Investigador|Следователь|محقق|侦查员|수사관|Ερευνητής
Analyst|Analyste|Analista|Аналитик|محلل|分析员|분석관|Αναλυτής
Desk officer|Chargé de dossier|Oficial encargado|Советник|موظف مكتب|科员|담당관|Υπάλληλος
""".strip().splitlines()
)
